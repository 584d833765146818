import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Examples, joinExamples, sliceExamples } from '@/engine/digits/examples';
import { startOf } from '@/engine/training/start-of';
import { drawHidden } from '@/engine/verify/draw-hidden';
import { loadHidden, loadReserve } from '@/engine/verify/evaluate';
import { DATASET_IDS, DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Experiment, Network } from '@/protocol/experiment';
import { trainingPictures } from '@/server/verify/training-pictures';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { ask, trainFrom } from '@/tests/engine/together/class-of-networks';
import { round } from './percentiles';

const OPTIONS = { draws: { type: 'string', default: '5' }, only: { type: 'string' } } as const;

const dense = (...hidden: number[]): Network => ({ kind: 'dense', hidden, activation: 'relu' });
const sgd = { optimizer: 'sgd', learningRate: 0.1 } as const;
const adam = { optimizer: 'adam', learningRate: 0.001 } as const;
const filters = { kind: 'convolutional', kernel: 5, dense: 64, activation: 'relu' } as const;
/** From poor to good, as a class hands them in. */
const HANDED_IN: readonly Partial<Experiment>[] = [
  { network: dense(), examples: 1_000, epochs: 1 },
  { network: dense(8), examples: 2_000, epochs: 2 },
  { network: dense(), examples: 6_000, epochs: 5 },
  { network: dense(32), examples: 2_000, epochs: 5 },
  { network: dense(32), examples: 6_000, epochs: 5 },
  { network: dense(128), examples: 6_000, epochs: 5, ...adam },
  { network: dense(128), examples: 6_000, epochs: 20 },
  { network: dense(256, 64), examples: 6_000, epochs: 10, ...adam },
  { network: { ...filters, filters: [8] }, examples: 2_000, epochs: 3, ...adam },
  { network: { ...filters, filters: [8, 16] }, examples: 6_000, epochs: 3, ...adam },
];
/** What somebody hands in who has trained on what the repository has, in place of the training pictures. */
const ATTACK: Partial<Experiment> = { network: dense(256), epochs: 20, ...adam };

const experimentOf = (dataset: DatasetId, own: Partial<Experiment>): Experiment => ({
  ...{ dataset, examples: 6_000, network: dense(), loss: 'cross-entropy', ...sgd },
  ...{ batchSize: 32, epochs: 5, l2: 0, seed: 1 },
  ...own,
});

/**
 * `npm run bench -- hidden-facts [--draws 5] [--only digits]`: what networks of a class get right of the private half as it is packed and as the server draws it, in percent, and what
 * somebody gains on either who knows every picture of the repository (docs/race.md). Two minutes.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const facts: Partial<Record<DatasetId, object>> = {};
  for (const id of DATASET_IDS)
    if (values.only === undefined || values.only === id) facts[id] = await factsOf(id, Number(values.draws));
  return facts;
}

async function factsOf(id: DatasetId, draws: number): Promise<object> {
  const dataset = DATASETS[id];
  const { half } = dataset.hidden;
  const packed = loadHidden(HIDDEN_FOLDER, dataset);
  const plain = sliceExamples(packed, half, half);
  const reserve = loadReserve(HIDDEN_FOLDER, dataset);
  const begun = performance.now();
  const drawn = Array.from({ length: draws }, (_, seed) => drawHidden(reserve, dataset, half, seed + 1));
  const milliseconds = round((performance.now() - begun) / draws);
  const { train } = await trainingPictures(id);
  const rows: { network: Network; plain: number; drawn: number[] }[] = [];
  for (const own of HANDED_IN) {
    const experiment = experimentOf(id, own);
    const right = await rightOn(experiment, train, [plain, ...drawn]);
    rows.push({ network: experiment.network, plain: right[0]!, drawn: right.slice(1) });
  }
  // As many of either, so that what differs is which.
  const known = joinExamples([reserve, sliceExamples(packed, half, half)]);
  const honest = sliceExamples(train, 0, known.count);
  const halves = [plain, drawn[0]!];
  const attack = experimentOf(id, { ...ATTACK, examples: honest.count });
  return {
    milliseconds,
    rows: rows.map((row) => ({
      network: JSON.stringify(row.network),
      plain: row.plain,
      drawn: round(mean(row.drawn)),
      spread: [Math.min(...row.drawn), Math.max(...row.drawn)],
    })),
    rank: drawn.map((_, at) =>
      round(
        spearman(
          rows.map(({ plain }) => plain),
          rows.map(({ drawn }) => drawn[at]!),
        ),
        3,
      ),
    ),
    // Of the packed half and of a drawn one.
    lookedUp: halves.map((pictures) => lookedUp(known, pictures)),
    nearest: {
      repository: halves.map((pictures) => nearest(known, pictures)),
      honest: halves.map((pictures) => nearest(honest, pictures)),
    },
    trained: {
      repository: await rightOn(attack, known, halves),
      honest: await rightOn(attack, honest, halves),
      served: await rightOn({ ...attack, examples: train.count }, train, halves),
    },
  };
}

/** Percent of right answers on each set of pictures, after training on those given. */
async function rightOn(
  experiment: Experiment,
  train: Examples,
  halves: readonly Examples[],
): Promise<number[]> {
  const pictures = { train, available: train.count, until: async () => {} };
  const weights = await trainFrom(experiment, startOf(experiment).weights, pictures);
  const shares = [];
  for (const half of halves) shares.push(round(100 * (await ask(experiment, weights, half)).accuracy));
  return shares;
}

const keyOf = (examples: Examples, at: number) =>
  createHash('sha256')
    .update(sliceExamples(examples, at, 1).pixels)
    .digest('base64');

/** Percent of the pictures that are among those known, byte for byte. */
function lookedUp(known: Examples, asked: Examples): number {
  const keys = new Set(Array.from({ length: known.count }, (_, at) => keyOf(known, at)));
  const found = Array.from({ length: asked.count }, (_, at) => keys.has(keyOf(asked, at)));
  return round((100 * found.filter(Boolean).length) / asked.count);
}

/** Percent of right answers of whoever answers with the label of the known picture that is nearest by the sum of squares. */
function nearest(known: Examples, asked: Examples): number {
  const size = known.pixels.length / known.count;
  let right = 0;
  for (let at = 0; at < asked.count; at++) {
    let best = Infinity;
    let label = 0;
    for (let one = 0; one < known.count; one++) {
      let sum = 0;
      const [from, to] = [at * size, one * size];
      for (let pixel = 0; pixel < size && sum < best; pixel++) {
        const off = asked.pixels[from + pixel]! - known.pixels[to + pixel]!;
        sum += off * off;
      }
      if (sum < best) [best, label] = [sum, known.labels[one]!];
    }
    if (label === asked.labels[at]) right += 1;
  }
  return round((100 * right) / asked.count);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Spearman's rank correlation, with mean ranks for equals. */
function spearman(one: readonly number[], other: readonly number[]): number {
  const ranks = (of: readonly number[]) =>
    of.map((x) => of.filter((y) => y < x).length + (of.filter((y) => y === x).length - 1) / 2);
  const [a, b] = [ranks(one), ranks(other)];
  const centre = (one.length - 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, rank, at) => sum + (rank - centre) * (y[at]! - centre), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}
