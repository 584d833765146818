import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';

/** Settings of which each student of a class can be dealt a value; all else is the same for everybody. */
export const KNOB_SETTINGS = ['learningRate', 'hiddenUnits', 'examples', 'seed'] as const;
export type KnobSetting = (typeof KNOB_SETTINGS)[number];

interface KnobRow {
  /** The values that are dealt, rising. */
  values: readonly number[];
  /** Equal ratios lie between them, not equal differences. */
  logarithmic: boolean;
  /** A value beyond them that is trained afterwards, where a law lets it be foretold; null: there is none. */
  next: number | null;
  /** What is the same for everybody, where it is not as usual. */
  fixed: Partial<Experiment>;
}

/** Sizes and rates lie about evenly in their logarithms; trainings take a school device some seconds. */
export const KNOBS: Readonly<Record<KnobSetting, KnobRow>> = {
  learningRate: {
    values: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    logarithmic: true,
    next: null,
    fixed: {},
  },
  hiddenUnits: { values: [1, 2, 4, 8, 16, 32, 64, 128], logarithmic: true, next: null, fixed: {} },
  examples: {
    values: [50, 100, 200, 400, 800, 1_500, 3_000],
    logarithmic: true,
    next: 6_000,
    fixed: { epochs: 20 },
  },
  seed: {
    values: [1, 2, 3, 4, 5, 6, 7, 8],
    logarithmic: false,
    next: null,
    fixed: { examples: 200, epochs: 20 },
  },
};

/** What everybody trains, but for the value that is dealt. */
const USUAL: Omit<Experiment, 'dataset' | 'seed'> = {
  examples: 1_000,
  network: { kind: 'dense', hidden: [64], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 20,
  epochs: 10,
  l2: 0,
};

/** The training of whoever is dealt a value. @param seed of the start and the order of the pictures, where these are not what is dealt */
export function knobExperiment(
  setting: KnobSetting,
  value: number,
  dataset: DatasetId,
  seed: number,
): Experiment {
  const usual: Experiment = { ...USUAL, dataset, seed, ...KNOBS[setting].fixed };
  return setting === 'hiddenUnits'
    ? { ...usual, network: { kind: 'dense', hidden: [value], activation: 'relu' } }
    : { ...usual, [setting]: value };
}
