import { pointsSetup } from '@/engine/runs/points-experiment';
import type { Network, PointsExperiment, RunExperiment } from '@/protocol/experiment';
import { isOnPoints } from '@/protocol/run-kind';

/** Every setting of an experiment, in the order in which they are told; the seed last, which decides nothing but chance. */
export const SETTING_IDS = [
  'dataset',
  'examples',
  'data',
  'noise',
  'features',
  'network',
  'activation',
  'loss',
  'optimizer',
  'learningRate',
  'batchSize',
  'epochs',
  'l1',
  'l2',
  'start',
  'seed',
] as const;
export type SettingId = (typeof SETTING_IDS)[number];

/** A setting's value: a number as it is, anything else as a word that names it; null: it means nothing here, as a linear network's activation or the noise of pictures. */
export type SettingValue = number | string | null;

export function settingOf(whole: RunExperiment, id: SettingId): SettingValue {
  if (isOnPoints(whole)) return pointsSetting(whole, id);
  const { network, ...experiment } = whole;
  if (id === 'network') return shapeOf(network);
  if (id === 'activation')
    return network.kind === 'dense' && network.hidden.length === 0 ? null : network.activation;
  if (id === 'data') return experiment.data ?? 'plain';
  return id === 'noise' || id === 'features' || id === 'l1' || id === 'start' ? null : experiment[id];
}

/** Of own points nobody knows the noise, and of a challenge's everybody has the same. */
function pointsSetting(experiment: PointsExperiment, id: SettingId): SettingValue {
  const setup = pointsSetup(experiment);
  const isDrawn = setup.points !== 'own' && experiment.dealt === undefined;
  switch (id) {
    case 'dataset':
      return experiment.dealt === undefined ? setup.points : 'challenge';
    case 'examples':
      return experiment.examples;
    case 'noise':
      return isDrawn ? setup.noise : null;
    case 'features':
      return setup.features.join(' ');
    case 'network':
      return ['dense', ...setup.hidden].join('-');
    case 'activation':
      return setup.hidden.length === 0 ? null : setup.activation;
    case 'start':
      return experiment.otherStart ? 'other' : setup.start;
    case 'data':
    case 'epochs':
      return null;
    default:
      return setup[id];
  }
}

/** A network's shape as a word, such as `dense-64-32`; its activation is a setting of its own. */
function shapeOf(network: Network): string {
  if (network.kind === 'dense') return ['dense', ...network.hidden].join('-');
  return ['convolutional', ...network.filters, `k${network.kernel}`, network.dense].join('-');
}

/** In which settings experiments differ, and in which they agree. Of none at all: they agree in nothing. */
export function splitSettings(experiments: readonly RunExperiment[]): {
  differing: SettingId[];
  agreeing: SettingId[];
} {
  const [first] = experiments;
  if (!first) return { differing: [], agreeing: [] };
  const agrees = (id: SettingId) => {
    const value = settingOf(first, id);
    return experiments.every((other) => settingOf(other, id) === value);
  };
  const agreeing = SETTING_IDS.filter(agrees);
  return { agreeing, differing: SETTING_IDS.filter((id) => !agreeing.includes(id)) };
}

/** Settings of which experiments have several values: that a linear network has no activation is no value of it. */
export function variedSettings(experiments: readonly RunExperiment[]): SettingId[] {
  const values = (id: SettingId) => new Set(experiments.map((one) => settingOf(one, id)));
  return SETTING_IDS.filter((id) => [...values(id)].filter((value) => value !== null).length > 1);
}
