'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Experiment } from '@/protocol/experiment';

export interface ExperimentWords {
  /** “Dense 64 · 32, ReLU” */
  network(experiment: Experiment): string;
  /** “Adam 0.001, batch 32, 5 epochs” */
  training(experiment: Experiment): string;
  /** Every setting by name, for a list; the seed last. */
  settings(experiment: Experiment): { name: string; value: string }[];
}

/** An experiment in words. */
export function useExperimentWords(): ExperimentWords {
  const t = useTranslations('review.experiment');
  const datasets = useTranslations('datasets');
  const numbers = useNumbers();
  return useMemo(() => {
    const units = (list: readonly number[]) => list.map((count) => numbers.integer(count)).join(' · ');
    const plain = (value: number) => String(value);
    const network = ({ network: net }: Experiment) => {
      const activation = t(`activations.${net.activation}`);
      if (net.kind === 'convolutional')
        return t('convolutional', {
          filters: units(net.filters),
          kernel: net.kernel,
          dense: numbers.integer(net.dense),
          activation,
        });
      return net.hidden.length === 0 ? t('linear') : t('dense', { units: units(net.hidden), activation });
    };
    const training = (e: Experiment) =>
      [
        `${t(`optimizers.${e.optimizer}`)} ${plain(e.learningRate)}`,
        t('batch', { size: e.batchSize }),
        t('epochs', { count: e.epochs }),
        ...(e.l2 > 0 ? [`L2 ${plain(e.l2)}`] : []),
        ...(e.loss === 'cross-entropy' ? [] : [t(`losses.${e.loss}`)]),
      ].join(', ');
    const settings = (e: Experiment) => [
      { name: t('names.dataset'), value: datasets(`${e.dataset}.full`) },
      { name: t('names.examples'), value: numbers.integer(e.examples) },
      { name: t('names.network'), value: network(e) },
      { name: t('names.loss'), value: t(`losses.${e.loss}`) },
      { name: t('names.optimizer'), value: t(`optimizers.${e.optimizer}`) },
      { name: t('names.learningRate'), value: plain(e.learningRate) },
      { name: t('names.batchSize'), value: numbers.integer(e.batchSize) },
      { name: t('names.epochs'), value: numbers.integer(e.epochs) },
      { name: t('names.l2'), value: plain(e.l2) },
      { name: t('names.seed'), value: plain(e.seed) },
    ];
    return { network, training, settings };
  }, [t, datasets, numbers]);
}
