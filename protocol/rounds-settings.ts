import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';

/** What becomes of everybody's weights. */
export const ROUND_RULES = ['mean', 'median'] as const;
export type RoundRule = (typeof ROUND_RULES)[number];

/** Different labels that a student's pictures show; 0: all of them. */
export const LABELS_EACH = [2, 0] as const;
export type LabelsEach = (typeof LABELS_EACH)[number];

/** Students who send the opposite of what they have learnt, dealt secretly. */
export const SABOTEURS = [0, 1, 3] as const;
export type Saboteurs = (typeof SABOTEURS)[number];

/** Epochs over the own pictures that everybody trains in a round. */
export const ROUND_EPOCHS = [1, 2, 4] as const;
export type RoundEpochs = (typeof ROUND_EPOCHS)[number];

/** Rounds after which it is over by itself. */
export const ROUNDS_PLANNED = 30;

/** Epochs of a network that is trained alone, in the round before the first: it has learnt all that its pictures teach. */
const ALONE_EPOCHS = 20;

/** Pictures of each student. */
export const ROUND_PICTURES = 200;

/** The pictures' labels that a student is dealt, rising; neighbours have others, and each label is in as many hands. @param classes how many labels there are */
export function labelsDealt(place: number, each: number, classes: number): number[] {
  if (each === 0 || each >= classes) return Array.from({ length: classes }, (_, label) => label);
  return [place % classes, (place + 3) % classes].sort((a, b) => a - b);
}

/**
 * What a device trains in a round (docs/together.md).
 * @param seed draws the order of its pictures: another one each round
 */
export function roundExperiment(
  dataset: DatasetId,
  { seed, epochs }: { seed: number; epochs: number },
): Experiment {
  return {
    dataset,
    examples: ROUND_PICTURES,
    network: { kind: 'dense', hidden: [64], activation: 'relu' },
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 20,
    epochs,
    l2: 0,
    seed,
  };
}

/** What a student trains in one round: from 1 with all, in round 0 alone. */
export function experimentOfRound(
  dataset: DatasetId,
  { round, epochs, seed, place }: { round: number; epochs: number; seed: number; place: number },
): Experiment {
  const own = (seed + 1_000 * round + place) >>> 0;
  return roundExperiment(dataset, { seed: own, epochs: round === 0 ? ALONE_EPOCHS : epochs });
}
