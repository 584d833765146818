import { type Examples, pickExamples } from '@/engine/digits/examples';
import { startOf } from '@/engine/training/start-of';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { experimentOfRound, ROUND_PICTURES, roundExperiment } from '@/protocol/rounds-settings';
import { learnRound, type RoundPlace } from './learn-round';
import { sabotaged } from './sabotage';
import { shardOf } from './shards';

/** What one device is to do in one round. */
export interface DeviceRound {
  dataset: DatasetId;
  /** From 1; 0: a network of its own, alone. */
  round: number;
  epochs: number;
  /** Of the class: draws its first weights, and whose pictures are which. */
  seed: number;
  /** The device's, by which it finds its pictures. */
  place: number;
  /** Different labels of its pictures; 0: all. */
  each: number;
  /** The class's weights before the round; null: those of the seed. */
  start: Float32Array | null;
  /** Whether it sends the opposite of what it learns. */
  saboteur: boolean;
}

/** The class's weights before its first round. */
export function startOfRounds(dataset: DatasetId, seed: number): Float32Array {
  return startOf(roundExperiment(dataset, { seed, epochs: 1 })).weights;
}

/** The pictures that a device holds, copied out of all training pictures. */
export function ownPictures(
  train: Examples,
  { dataset, ...of }: Pick<DeviceRound, 'dataset' | 'place' | 'each' | 'seed'>,
): Examples {
  const classes = DATASETS[dataset].labels.length;
  return pickExamples(train, shardOf(train.labels, classes, { ...of, pictures: ROUND_PICTURES }));
}

/**
 * One device's part of a round, and what it sends. Where its numbers come apart in training it sends the class's own weights back, so that nobody waits for it.
 * @param own its pictures (`ownPictures`)
 */
export async function deviceRound(
  round: DeviceRound,
  own: Examples,
  place: RoundPlace,
): Promise<Float32Array> {
  const start = round.start ?? startOfRounds(round.dataset, round.seed);
  const experiment = { ...experimentOfRound(round.dataset, round), examples: own.count };
  const learned = await learnRound(experiment, start, own, place);
  if (learned === null) return start;
  return round.saboteur && round.round > 0 ? sabotaged(start, learned) : learned;
}
