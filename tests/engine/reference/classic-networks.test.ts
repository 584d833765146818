import { describe, expect, test } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { CLASSIC_NETWORKS, type ClassicNetwork } from '@/engine/reference/classic-networks';
import { trainOnAll } from '@/engine/reference/train-on-all';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { DATASETS } from '@/protocol/datasets';
import { experimentSchema } from '@/protocol/experiment';
import { countWeights } from '@/protocol/weight-shapes';

describe('the classic networks', () => {
  test.each(CLASSIC_NETWORKS)('$id is an experiment that a student could ask for', ({ experiment }) => {
    expect(experimentSchema.parse(experiment)).toEqual(experiment);
  });

  test('have the sizes that were published', () => {
    const weights = Object.fromEntries(
      CLASSIC_NETWORKS.map(({ id, experiment }) => [id, countWeights(experiment)]),
    );
    expect(weights['linear-softmax']).toBe(785 * 10);
    expect(weights['relu-300-cross-entropy']).toBe(785 * 300 + 301 * 10);
  });
});

/** Ten patterns, one a label, each a bright bar: anything that learns at all tells them apart. */
function bars(count: number): Examples {
  const { pixels: size, labels: kinds } = DATASETS.digits;
  const pixels = new Uint8Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % kinds.length);
  labels.forEach((label, i) => {
    const from = i * size + label * 56;
    pixels.fill(255, from, from + 40);
  });
  return { count, pixels, labels };
}

/** Trained for a few passes only. */
const short = (id: string, epochs: number): ClassicNetwork => {
  const found = CLASSIC_NETWORKS.find((classic) => classic.id === id)!;
  return { ...found, experiment: { ...found.experiment, epochs } };
};

test.each([
  ['linear-squared-error', 40],
  ['linear-softmax', 5],
  ['convolutional-4-12', 6],
])('%s learns what it is given, all of it', async (id, epochs) => {
  await startNodeBackend();
  const training = trainOnAll(short(id, epochs), bars(300), bars(100));
  const told = [];
  let next = await training.next();
  while (!next.done) {
    told.push(next.value.epoch);
    next = await training.next();
  }
  expect(told).toEqual(Array.from({ length: epochs }, (_, i) => i + 1));
  expect(next.value).toBe(0);
});
