import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { startOf } from '@/engine/training/start-of';
import { drawHidden } from '@/engine/verify/draw-hidden';
import { loadHidden, loadReserve } from '@/engine/verify/evaluate';
import { DATASET_IDS, DATASETS, type DatasetId } from '@/protocol/datasets';
import { trainingPictures } from '@/server/verify/training-pictures';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { ask, trainFrom } from '@/tests/engine/together/class-of-networks';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
const hashes = (examples: Examples) =>
  Array.from({ length: examples.count }, (_, i) => hash(sliceExamples(examples, i, 1).pixels));

const halfOf = (id: DatasetId, seed: number) =>
  drawHidden(loadReserve(HIDDEN_FOLDER, DATASETS[id]), DATASETS[id], DATASETS[id].hidden.half, seed);

/** Of what seed 1 draws: whoever changes it changes how classes that are there are scored. */
const FIXED: Record<DatasetId, string> = {
  digits: '0PXwb8vTFa7Uh8Ype54ZUIkNr5FoDYCIaFAaAvaBgA4=',
  fashion: 'PC+mpR19ArLMA8ih36lrN3XqIA7LArEeBqXYXJ7Zs90=',
};

describe.each(DATASET_IDS)('the private half that is drawn of %s', (id) => {
  const dataset = DATASETS[id];
  const { half } = dataset.hidden;

  it('is the same for the same seed, whenever it is drawn: scores of before stay comparable', () => {
    const drawn = Array.from({ length: 2 }, () => halfOf(id, 1));
    const said = drawn.map(({ pixels, labels }) => hash(Buffer.concat([pixels, labels])));
    expect(said).toEqual([FIXED[id], FIXED[id]]);
  });

  it('has every label equally often, in no order that tells anything', () => {
    const { count, labels } = halfOf(id, 1);
    expect(count).toBe(half);
    const counts = dataset.labels.map((_, label) => labels.filter((one) => one === label).length);
    expect(counts).toEqual(dataset.labels.map(() => half / dataset.labels.length));
    const order = (of: Uint8Array) => of.join('');
    expect(order(labels)).not.toBe(order(halfOf(id, 2).labels));
    expect(order(labels)).not.toBe(order(Uint8Array.from(labels).sort()));
  });

  it('I10: has no picture of the repository, and none of another seed', () => {
    const drawn = hashes(halfOf(id, 1));
    const reserve = loadReserve(HIDDEN_FOLDER, dataset);
    const known = new Set([
      ...hashes(reserve),
      ...hashes(loadHidden(HIDDEN_FOLDER, dataset)),
      ...hashes(halfOf(id, 2)),
    ]);
    expect(drawn.filter((picture) => known.has(picture))).toEqual([]);
    expect(new Set(drawn).size).toBe(half);
  });

  it('gives who has learned the repository’s pictures by heart little more than as many others, where the packed half gave all', async () => {
    const reserve = loadReserve(HIDDEN_FOLDER, dataset);
    const packed = sliceExamples(loadHidden(HIDDEN_FOLDER, dataset), half, half);
    const { train } = await trainingPictures(id);
    const drawn = halfOf(id, 3);
    const learned = async (pictures: Examples) => {
      const experiment = {
        ...SMALL,
        ...{ dataset: id, examples: pictures.count, epochs: 12, batchSize: 32 },
        ...{ optimizer: 'adam' as const, learningRate: 0.002 },
        network: { kind: 'dense' as const, hidden: [64], activation: 'relu' as const },
      };
      const all = { train: pictures, available: pictures.count, until: async () => {} };
      const weights = await trainFrom(experiment, startOf(experiment).weights, all);
      return async (asked: Examples) => (await ask(experiment, weights, asked)).accuracy;
    };
    const honest = await learned(sliceExamples(train, 0, half));
    const ofPacked = await learned(packed);
    // The control: this is what knowing the packed half was worth.
    expect((await ofPacked(packed)) - (await honest(packed))).toBeGreaterThan(0.08);
    expect((await ofPacked(drawn)) - (await honest(drawn))).toBeLessThan(0.05);
    const many = await learned(sliceExamples(train, 0, reserve.count));
    const ofReserve = await learned(reserve);
    expect((await ofReserve(drawn)) - (await many(drawn))).toBeLessThan(0.05);
  }, 120_000);
});
