import type { Experiment, Network } from '@/protocol/experiment';

/** Every setting of an experiment, in the order in which they are told; the seed last, which decides nothing but chance. */
export const SETTING_IDS = [
  'dataset',
  'examples',
  'network',
  'activation',
  'loss',
  'optimizer',
  'learningRate',
  'batchSize',
  'epochs',
  'l2',
  'seed',
] as const;
export type SettingId = (typeof SETTING_IDS)[number];

/** A setting's value: a number as it is, anything else as a word that names it; null: it means nothing here, as a linear network's activation. */
export type SettingValue = number | string | null;

export function settingOf({ network, ...experiment }: Experiment, id: SettingId): SettingValue {
  if (id === 'network') return shapeOf(network);
  if (id === 'activation')
    return network.kind === 'dense' && network.hidden.length === 0 ? null : network.activation;
  return experiment[id];
}

/** A network's shape as a word, such as `dense-64-32`; its activation is a setting of its own. */
function shapeOf(network: Network): string {
  if (network.kind === 'dense') return ['dense', ...network.hidden].join('-');
  return ['convolutional', ...network.filters, `k${network.kernel}`, network.dense].join('-');
}

/** In which settings experiments differ, and in which they agree. Of none at all: they agree in nothing. */
export function splitSettings(experiments: readonly Experiment[]): {
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
