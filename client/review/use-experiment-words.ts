'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NO_NUMBER } from '@/client/i18n/numbers';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { FEATURES } from '@/engine/points/features';
import { pointsSetup } from '@/engine/runs/points-experiment';
import type { Network, PointsExperiment, RunExperiment } from '@/protocol/experiment';
import { isOnPoints } from '@/protocol/run-kind';
import { SETTING_IDS, type SettingId, settingOf } from './settings';

export interface ExperimentWords {
  /** “Dense 64 · 32, ReLU”; of points, what they are stands before it. */
  network(experiment: RunExperiment): string;
  /** “Adam 0.001, batch 32, 5 epochs” */
  training(experiment: RunExperiment): string;
  /** Both. */
  whole(experiment: RunExperiment): string;
  /** What a setting is called. */
  name(id: SettingId): string;
  /** A setting's value. */
  value(experiment: RunExperiment, id: SettingId): string;
  /** Every setting by name, for a list; the seed last. What means nothing in a training is a dash. */
  settings(experiment: RunExperiment): { name: string; value: string }[];
}

/** An experiment in words. */
export function useExperimentWords(): ExperimentWords {
  const t = useTranslations('review.experiment');
  const datasets = useTranslations('datasets');
  const numbers = useNumbers();
  return useMemo(() => {
    const joined = (one: string, other: string) => t('joined', { one, other });
    const units = (list: readonly number[]) => list.map((count) => numbers.integer(count)).join(' · ');
    const dense = (hidden: readonly number[]) =>
      hidden.length === 0 ? t('linear') : t('dense', { units: units(hidden) });
    const shapeOf = (net: Network) => {
      if (net.kind === 'convolutional')
        return t('convolutional', {
          filters: units(net.filters),
          kernel: net.kernel,
          dense: numbers.integer(net.dense),
        });
      return dense(net.hidden);
    };
    const shape = (e: RunExperiment) => (isOnPoints(e) ? dense(pointsSetup(e).hidden) : shapeOf(e.network));
    const activation = (e: RunExperiment) => {
      if (settingOf(e, 'activation') === null) return null;
      return t(`activations.${isOnPoints(e) ? pointsSetup(e).activation : e.network.activation}`);
    };
    const dataset = (e: RunExperiment) => {
      if (!isOnPoints(e)) return datasets(`${e.dataset}.full`);
      return t(`points.${e.dealt === undefined ? pointsSetup(e).points : 'challenge'}`);
    };
    const network = (e: RunExperiment) => {
      const by = activation(e);
      const net = by === null ? shape(e) : t('activated', { shape: shape(e), activation: by });
      return isOnPoints(e) ? t('onPoints', { points: dataset(e), network: net }) : net;
    };
    const training = (e: RunExperiment) => {
      const { optimizer, learningRate, batchSize, l1, l2, loss } = isOnPoints(e)
        ? pointsSetup(e)
        : { ...e, l1: 0 };
      return [
        `${t(`optimizers.${optimizer}`)} ${String(learningRate)}`,
        t('batch', { size: batchSize }),
        ...(isOnPoints(e) ? [] : [t('epochs', { count: e.epochs })]),
        ...(l1 > 0 ? [`L1 ${String(l1)}`] : []),
        ...(l2 > 0 ? [`L2 ${String(l2)}`] : []),
        ...(!isOnPoints(e) && e.data !== undefined ? [t(`data.${e.data}`)] : []),
        ...(loss === 'cross-entropy' ? [] : [t(`losses.${loss}`)]),
      ].reduce((one, other) => joined(one, other));
    };
    const ofPoints = (e: PointsExperiment, { features, start }: PlaygroundSetup, id: SettingId) => {
      if (id === 'features') return features.map((feature) => FEATURES[feature].formula).join(' ');
      return id === 'start' ? t(`starts.${e.otherStart ? 'other' : start}`) : null;
    };
    const name = (id: SettingId) => t(`names.${id}`);
    const value = (e: RunExperiment, id: SettingId) => {
      const said = isOnPoints(e) ? ofPoints(e, pointsSetup(e), id) : null;
      const setting = settingOf(e, id);
      if (said !== null) return said;
      if (setting === null) return NO_NUMBER;
      switch (id) {
        case 'dataset':
          return dataset(e);
        case 'network':
          return shape(e);
        case 'activation':
          return activation(e) ?? NO_NUMBER;
        case 'loss':
          return t(`losses.${setting as 'cross-entropy'}`);
        case 'data':
          return t(`data.${setting as 'plain'}`);
        case 'optimizer':
          return t(`optimizers.${setting as 'sgd'}`);
        case 'examples':
        case 'batchSize':
        case 'epochs':
          return numbers.integer(Number(setting));
        default:
          return String(setting);
      }
    };
    const settings = (e: RunExperiment) => SETTING_IDS.map((id) => ({ name: name(id), value: value(e, id) }));
    const whole = (e: RunExperiment) => joined(network(e), training(e));
    return { network, training, whole, name, value, settings };
  }, [t, datasets, numbers]);
}
