import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';

/** Where the trainings of a class that averages its networks begin: all with the same weights, or each with weights of its own. */
export const MERGE_STARTS = ['same', 'own'] as const;
export type MergeStart = (typeof MERGE_STARTS)[number];

/** How far the class is: it guesses and trains, sees the average, sees the units change their seats, sees the average of the aligned. */
export const MERGE_STAGES = ['training', 'average', 'align', 'aligned'] as const;
export type MergeStage = (typeof MERGE_STAGES)[number];

/** Whether a class that is so far has seen this. */
export const hasSeen = (stage: MergeStage, seen: MergeStage) =>
  MERGE_STAGES.indexOf(stage) >= MERGE_STAGES.indexOf(seen);

/** Steps through two small networks that show why units are matched first: as they are, two units swapped, averaged, matched, averaged again. */
export const SMALL_STAGES = ['two', 'swap', 'mean', 'match', 'again'] as const;
export type SmallStage = (typeof SMALL_STAGES)[number];

/** Networks that can be averaged at least. */
export const LEAST_MERGED = 2;

/** What everybody trains; pictures and weights of a school device's some seconds (docs/together.md). */
const TRAINING: Omit<Experiment, 'dataset' | 'seed'> = {
  examples: 200,
  network: { kind: 'dense', hidden: [64], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'momentum',
  learningRate: 0.05,
  batchSize: 20,
  epochs: 20,
  l2: 0,
};

/** The network that is averaged, whatever else a student has changed of its training. */
export const MERGED_NETWORK = TRAINING.network;

/**
 * The training of one student.
 * @param seed of its pictures, and of its start where each has one of its own
 * @param startSeed of the start that all have; null: each has its own
 */
export function mergeExperiment(dataset: DatasetId, seed: number, startSeed: number | null): Experiment {
  return { ...TRAINING, dataset, seed, ...(startSeed !== null && { startSeed }) };
}
