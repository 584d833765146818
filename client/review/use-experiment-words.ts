'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NO_NUMBER } from '@/client/i18n/numbers';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Experiment } from '@/protocol/experiment';
import { SETTING_IDS, type SettingId, settingOf } from './settings';

export interface ExperimentWords {
  /** “Dense 64 · 32, ReLU” */
  network(experiment: Experiment): string;
  /** “Adam 0.001, batch 32, 5 epochs” */
  training(experiment: Experiment): string;
  /** What a setting is called. */
  name(id: SettingId): string;
  /** A setting's value. */
  value(experiment: Experiment, id: SettingId): string;
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
    const shape = ({ network: net }: Experiment) => {
      if (net.kind === 'convolutional')
        return t('convolutional', {
          filters: units(net.filters),
          kernel: net.kernel,
          dense: numbers.integer(net.dense),
        });
      return net.hidden.length === 0 ? t('linear') : t('dense', { units: units(net.hidden) });
    };
    const activation = (e: Experiment) =>
      settingOf(e, 'activation') === null ? null : t(`activations.${e.network.activation}`);
    const network = (e: Experiment) => {
      const by = activation(e);
      return by === null ? shape(e) : t('activated', { shape: shape(e), activation: by });
    };
    const training = (e: Experiment) =>
      [
        `${t(`optimizers.${e.optimizer}`)} ${String(e.learningRate)}`,
        t('batch', { size: e.batchSize }),
        t('epochs', { count: e.epochs }),
        ...(e.l2 > 0 ? [`L2 ${String(e.l2)}`] : []),
        ...(e.loss === 'cross-entropy' ? [] : [t(`losses.${e.loss}`)]),
      ].join(', ');
    const name = (id: SettingId) => t(`names.${id}`);
    const value = (e: Experiment, id: SettingId) => {
      switch (id) {
        case 'dataset':
          return datasets(`${e.dataset}.full`);
        case 'network':
          return shape(e);
        case 'activation':
          return activation(e) ?? NO_NUMBER;
        case 'loss':
          return t(`losses.${e.loss}`);
        case 'optimizer':
          return t(`optimizers.${e.optimizer}`);
        case 'examples':
        case 'batchSize':
        case 'epochs':
          return numbers.integer(e[id]);
        default:
          return String(e[id]);
      }
    };
    const settings = (e: Experiment) => SETTING_IDS.map((id) => ({ name: name(id), value: value(e, id) }));
    return { network, training, name, value, settings };
  }, [t, datasets, numbers]);
}
