'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture, Experiment, Network } from '@/protocol/experiment';
import { type WeightLayer, weightLayers } from '@/protocol/weight-shapes';

/** How networks and experiments are said in the active language. */
export interface NetworkText {
  /** One layer: “Dense, 32 units”. */
  layer(layer: WeightLayer): string;
  /** The diagram in a sentence. */
  diagram(architecture: Architecture): string;
  /** Short, for a table: “32-16, ReLU”. */
  short(network: Network): string;
  /** Optimiser, rate and batch, for a table. */
  settings(experiment: Experiment): string;
}

export function useNetworkText(): NetworkText {
  const t = useTranslations('bench');
  const format = useFormatter();
  return useMemo(() => {
    const layer = (one: WeightLayer) =>
      one.last
        ? t('weights.answers', { units: one.units })
        : one.kind === 'convolution'
          ? t('weights.convolution', { units: one.units, kernel: one.shape[0]! })
          : t('weights.dense', { units: one.units });
    return {
      layer,
      diagram: (architecture) => {
        const { pixels, labels } = DATASETS[architecture.dataset];
        const ends = { inputs: pixels, answers: labels.length };
        const hidden = weightLayers(architecture).filter((one) => !one.last);
        return hidden.length === 0
          ? t('weights.diagramNone', ends)
          : t('weights.diagram', { ...ends, layers: format.list(hidden.map(layer), { type: 'unit' }) });
      },
      short: (network) => {
        if (network.kind === 'convolutional') {
          return t('runs.convolutional', {
            filters: network.filters.join('-'),
            dense: String(network.dense),
          });
        }
        return network.hidden.length === 0
          ? t('runs.linear')
          : t('runs.dense', {
              units: network.hidden.join('-'),
              activation: t(`settings.${network.activation}`),
            });
      },
      settings: (experiment) =>
        t('runs.settingsLine', {
          optimizer: t(`settings.short.${experiment.optimizer}`),
          rate: String(experiment.learningRate),
          batch: String(experiment.batchSize),
        }),
    };
  }, [t, format]);
}
