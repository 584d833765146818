import { parseArgs } from 'node:util';
import { ballotOf } from '@/engine/together/ballots';
import { countVotes } from '@/engine/together/count-votes';
import { networksTogether } from '@/engine/together/networks-together';
import { startOf } from '@/engine/training/start-of';
import { loadHidden } from '@/engine/verify/evaluate';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { trainingPictures } from '@/server/verify/training-pictures';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { ask, trainFrom } from '@/tests/engine/together/class-of-networks';
import { round } from './percentiles';

const OPTIONS = { seeds: { type: 'string', default: '5' } } as const;

/** A class of 24, each with 200 pictures of its own. */
const STUDENTS = 24;
const PICTURES = 200;
const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: PICTURES,
  network: { kind: 'dense', hidden: [64], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'momentum',
  learningRate: 0.05,
  batchSize: 20,
  epochs: 20,
  l2: 0,
  seed: 1,
};
/** Shares of right answers on the hidden pictures, in percent, of one class. */
type Facts = Record<string, number>;

/**
 * `npm run bench -- together-facts [--seeds 5]`: what a class's networks come to, on the kernels in Node and judged by all hidden pictures; means over the seeds
 * and the least and the most of them (docs/together.md). Some minutes.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const all: Facts[] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) all.push(await factsOf(seed));
  return Object.fromEntries(
    Object.keys(all[0]!).map((name) => {
      const figures = all.map((facts) => facts[name]!);
      const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
      return [
        name,
        { mean: round(mean), least: round(Math.min(...figures)), most: round(Math.max(...figures)) },
      ];
    }),
  );
}

/** Everybody has 200 pictures of all digits. */
async function factsOf(seed: number): Promise<Facts> {
  const hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  const pictures = await trainingPictures('digits');
  const own = (student: number): Experiment => ({ ...EXPERIMENT, seed: 1_000 * seed + student });
  const common = startOf({ ...EXPERIMENT, seed }).weights;
  const same: Float32Array[] = [];
  const different: Float32Array[] = [];
  for (let student = 1; student <= STUDENTS; student++) {
    same.push(await trainFrom(own(student), common, pictures));
    different.push(await trainFrom(own(student), startOf(own(student)).weights, pictures));
  }
  const ballots = [];
  for (const weights of different)
    ballots.push(ballotOf((await ask(EXPERIMENT, weights, hidden)).probabilities, 10));
  const counted = countVotes(ballots, hidden.labels, 10, seed);
  const fromSame = await networksTogether(EXPERIMENT, same, hidden, onKernels);
  const fromDifferent = await networksTogether(EXPERIMENT, different, hidden, onKernels);
  const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return percents({
    alone: mean(counted.alone),
    best: Math.max(...counted.alone),
    ...Object.fromEntries(counted.curve.map((point) => [`voteOf${point.voters}`, point.mean])),
    voteOfProbabilities: fromDifferent.voted,
    averagedSameStart: fromSame.averaged,
    averagedOtherStarts: fromDifferent.averaged,
    alignedOtherStarts: fromDifferent.aligned,
    alignedSameStart: fromSame.aligned,
  });
}

const percents = (shares: Readonly<Record<string, number>>): Facts =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, 100 * share]));
