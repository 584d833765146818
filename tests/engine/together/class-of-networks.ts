import { type Examples, pickExamples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { NetworkState } from '@/engine/network/trainable-network';
import { createRandom } from '@/engine/random';
import { meanOf } from '@/engine/together/mean-of';
import { Batches, type TrainPictures } from '@/engine/training/batches';
import { totalSteps } from '@/engine/training/schedule';
import type { Experiment } from '@/protocol/experiment';
import { onKernels } from '@/tests/engine/kernels-module';

/**
 * Trains a network to the end of its experiment, from weights that are given.
 * @param pictures all of which it may use
 * @param blocks how many each file brings; left out: they come as one
 */
export async function trainFrom(
  experiment: Experiment,
  weights: Float32Array,
  pictures: TrainPictures,
  blocks: readonly number[] = [pictures.train.count],
): Promise<Float32Array> {
  const start: NetworkState = { step: 0, weights, slots: new Float32Array(0) };
  const network = onKernels(experiment, start);
  try {
    const batches = new Batches(experiment, pictures, blocks);
    for (let step = 0; step < totalSteps(experiment); step++) {
      const { pixels, labels } = batches.at(step);
      network.trainStep(pixels, labels);
    }
    await network.measure();
    return (await network.state()).weights;
  } finally {
    network.dispose();
  }
}

/** What a network answers, and the share of it that is right. */
export async function ask(experiment: Experiment, weights: Float32Array, pictures: Examples) {
  const network = onKernels(experiment, { step: 0, weights, slots: new Float32Array(0) });
  try {
    return await evaluate(network, experiment.loss, pictures);
  } finally {
    network.dispose();
  }
}

/**
 * What each student of a class holds: so many pictures of two of the ten digits, one and the next but two, so that each digit is in several hands.
 * @param seed draws which pictures
 */
export function picturesOfTwo(all: Examples, student: number, count: number, seed: number): TrainPictures {
  const two = [student % 10, (student + 3) % 10];
  const order = createRandom(seed, student).shuffle(Uint32Array.from(all.labels, (_, i) => i));
  const own = [...order].filter((i) => two.includes(all.labels[i]!)).slice(0, count);
  const train = pickExamples(all, own);
  return { train, available: train.count, until: async () => {} };
}

/** The median of arrays of the same length, number by number. */
export function medianOf(lists: readonly Float32Array[]): Float32Array {
  const here = new Float32Array(lists.length);
  const middle = lists.length >> 1;
  return Float32Array.from(lists[0]!, (_, i) => {
    lists.forEach((list, at) => {
      here[at] = list[i]!;
    });
    here.sort();
    return lists.length % 2 === 1 ? here[middle]! : (here[middle - 1]! + here[middle]!) / 2;
  });
}

/** How a class learns together without showing pictures. */
export interface Rounds {
  /** What each student does in a round: its epochs over its own pictures. */
  experiment: Experiment;
  rounds: number;
  /** Each student's own pictures. */
  pictures: readonly TrainPictures[];
  /** What becomes of everybody's weights. */
  combine: 'mean' | 'median';
  /** How many of the first students send normal numbers (deviation 1) in place of what they have learnt. */
  saboteurs: number;
}

/**
 * Federated averaging (McMahan and others 2017, Communication-Efficient Learning of Deep Networks from Decentralized Data): each round everybody trains on from
 * the class's weights, and the class's next weights are the mean, or the median, of all.
 */
export async function learnInRounds(start: Float32Array, of: Rounds): Promise<Float32Array> {
  let weights = start;
  for (let round = 0; round < of.rounds; round++) {
    const sent: Float32Array[] = [];
    for (const [student, pictures] of of.pictures.entries()) {
      const seed = of.experiment.seed * 100_000 + round * 100 + student;
      if (student < of.saboteurs) {
        const random = createRandom(seed);
        sent.push(weights.map(() => random.normal()));
      } else sent.push(await trainFrom({ ...of.experiment, seed }, weights, pictures));
    }
    weights = of.combine === 'mean' ? meanOf(sent) : medianOf(sent);
  }
  return weights;
}
