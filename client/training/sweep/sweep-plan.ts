import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

/** Settings of which several values can be tried. `hiddenUnits`: of each hidden layer of a dense network. */
export const SWEPT_SETTINGS = [
  'learningRate',
  'batchSize',
  'hiddenUnits',
  'epochs',
  'examples',
  'l2',
] as const;
export type SweptSetting = (typeof SWEPT_SETTINGS)[number];

/** Values that one sweep may try. */
export const SWEEP_COUNT = { least: 2, most: 20 } as const;

interface Sweeping {
  /** Equal ratios lie between its values, not equal differences. */
  logarithmic: boolean;
  /** Whole numbers; else two significant digits. */
  whole: boolean;
  /** Between which values it can be tried. */
  ends: readonly number[];
}

/** About three to a factor of ten, or as lists of the bench have them. */
export const SWEEPING: Readonly<Record<SweptSetting, Sweeping>> = {
  learningRate: {
    logarithmic: true,
    whole: false,
    ends: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  },
  batchSize: { logarithmic: true, whole: true, ends: [4, 8, 16, 32, 64, 128, 256, 512] },
  hiddenUnits: { logarithmic: true, whole: true, ends: [2, 4, 8, 16, 32, 64, 128, 256, 512] },
  epochs: { logarithmic: false, whole: true, ends: [1, 2, 3, 5, 10, 20, 30] },
  examples: {
    logarithmic: true,
    whole: true,
    ends: [30, 60, 125, 250, 500, 1_000, 2_000, 4_000, 6_000, 12_000],
  },
  l2: { logarithmic: true, whole: false, ends: [0.000_01, 0.0001, 0.001, 0.01, 0.1] },
};

/** What is to be tried. */
export interface SweepPlan {
  setting: SweptSetting;
  /** The first value and the last, `from` < `to`. */
  from: number;
  to: number;
  /** How many, both ends among them. */
  count: number;
  /** Of each training; of no account where epochs are what is tried. */
  epochs: number;
}

/** Settings of an experiment of which several values can be tried. */
export function sweepable({ network }: Pick<Experiment, 'network'>): SweptSetting[] {
  return SWEPT_SETTINGS.filter(
    (setting) => setting !== 'hiddenUnits' || (network.kind === 'dense' && network.hidden.length > 0),
  );
}

/** The ends that can be chosen for an experiment: never more pictures than there are. */
export function endsFor(setting: SweptSetting, { dataset }: Pick<Experiment, 'dataset'>): readonly number[] {
  const { ends } = SWEEPING[setting];
  return setting === 'examples' ? ends.filter((end) => end <= DATASETS[dataset].trainExamples) : ends;
}

/**
 * The values of a plan, the smallest first: both ends and what lies evenly between them (evenly in its logarithm where the setting is logarithmic),
 * rounded as people would write them. Fewer than asked for where rounding makes two of them one.
 */
export function sweepValues({ setting, from, to, count }: Omit<SweepPlan, 'epochs'>): number[] {
  const { logarithmic, whole } = SWEEPING[setting];
  const rounded = (value: number) => (whole ? Math.round(value) : Number(value.toPrecision(2)));
  const values = Array.from({ length: count }, (_, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    const share = i / (count - 1);
    return rounded(logarithmic ? from * (to / from) ** share : from + (to - from) * share);
  });
  return [...new Set(values)];
}

/** A value, and what is trained with it. */
export interface SweptValue {
  value: number;
  experiment: Experiment;
}

/** One experiment a value: as the draft is, seed included, so that they differ in this value alone. */
export function sweptExperiments(draft: Experiment, plan: SweepPlan): SweptValue[] {
  return sweepValues(plan).map((value) => ({
    value,
    experiment: withSetting({ ...draft, epochs: plan.epochs }, plan.setting, value),
  }));
}

function withSetting(experiment: Experiment, setting: SweptSetting, value: number): Experiment {
  if (setting !== 'hiddenUnits') return { ...experiment, [setting]: value };
  const { network } = experiment;
  if (network.kind !== 'dense') return experiment;
  return { ...experiment, network: { ...network, hidden: network.hidden.map(() => value) } };
}

/** What a sweep begins with: a wide range around what is usual, and trainings as long as the draft's, five epochs at most. */
export function firstPlan(setting: SweptSetting, draft: Experiment): SweepPlan {
  const ends = endsFor(setting, draft);
  const [from, to] = setting === 'learningRate' ? [0.001, 10] : [ends[0]!, ends.at(-1)!];
  return { setting, from, to, count: setting === 'epochs' ? 6 : 10, epochs: Math.min(5, draft.epochs) };
}
