'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import type { DenseShape } from '@/engine/dense/shape';
import { FEATURES, type FeatureId } from '@/engine/points/features';
import type { NetworkEdge, NetworkNode } from './playground-layout';

const NO_NAMES: InputNames = new Map();

/**
 * Names of everything in a network, and how its numbers are written.
 * @param inputNames what the columns of own data are called, beside their formula
 */
export function useWeightWords(inputNames: InputNames = NO_NAMES) {
  const t = useTranslations('playground');
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const featureName = (feature: FeatureId) => {
      const name = inputNames.get(feature);
      return name === undefined ? FEATURES[feature].formula : `${FEATURES[feature].formula} ${name}`;
    };
    const unit = (node: NetworkNode): string => {
      if (node.feature) return featureName(node.feature);
      return node.kind === 'hidden'
        ? t('network.unit', { place: node.index + 1, layer: node.layer })
        : t('network.outputAt', { place: node.index + 1 });
    };
    return {
      write: (weight: number) => {
        if (!Number.isFinite(weight)) return String(weight);
        if (Math.abs(weight) >= 1000) return weight.toExponential(1).replace('-', '−');
        // A little below 0 is written as 0, not as −0.
        return format.format(Math.round(weight * 100) / 100 || 0).replace('-', '−');
      },
      weight: (edge: NetworkEdge) => t('network.weight', { from: unit(edge.from), to: unit(edge.to) }),
      bias: (node: NetworkNode) => t('network.bias', { unit: unit(node) }),
      node: (node: NetworkNode, shape: DenseShape) => {
        if (node.feature) return t('network.feature', { name: featureName(node.feature) });
        const { activation } = shape.layers[node.layer - 1]!;
        return t('network.unitWith', { unit: unit(node), activation: t(`activation.${activation}`) });
      },
      sizes: (inputs: number, shape: DenseShape) =>
        [inputs, ...shape.layers.map((layer) => layer.units)].join('–'),
    };
  }, [t, locale, inputNames]);
}
