'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { DenseShape } from '@/engine/dense/shape';
import { FEATURES } from '@/engine/points/features';
import type { NetworkEdge, NetworkNode } from './network-layout';

/** Names of everything in a network, and how its numbers are written. */
export function useWeightWords() {
  const t = useTranslations('playground');
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const unit = (node: NetworkNode): string => {
      if (node.feature) return FEATURES[node.feature].formula;
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
        if (node.feature) return t('network.feature', { name: FEATURES[node.feature].formula });
        const { activation } = shape.layers[node.layer - 1]!;
        return t('network.unitWith', { unit: unit(node), activation: t(`activation.${activation}`) });
      },
      sizes: (inputs: number, shape: DenseShape) =>
        [inputs, ...shape.layers.map((layer) => layer.units)].join('–'),
    };
  }, [t, locale]);
}
