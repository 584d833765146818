import { expect, test } from 'vitest';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { countDenseWeights, denseShape } from '@/engine/dense/shape';
import { sliceExamples } from '@/engine/digits/examples';
import { stillWeights } from '@/engine/network/blank-inputs';
import { createRandom } from '@/engine/random';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { PATIENCE_MS } from '@/tests/patience';

const DENSE = { dataset: 'digits', network: { kind: 'dense', hidden: [32], activation: 'tanh' } } as const;
const BATCH = 32;

test('about two in five weights of lesson 9 cannot move in a batch: so many slopes are exactly 0', {
  timeout: PATIENCE_MS,
}, async () => {
  const { train } = await allPictures();
  // tanh: a unit of its own is nowhere flat, so a slope of 0 comes from the inputs alone.
  const shape = denseShape(784, [32], 'tanh', 10, 'softmax');
  expect(countDenseWeights(shape)).toBe(25_450);
  const network = new DenseNetwork(shape, initialDenseWeights(shape, 'fitting', createRandom(5)));
  const rows = Uint32Array.from({ length: BATCH }, (_, i) => i);
  for (const from of [0, 640, 4_000]) {
    const { pixels, labels } = sliceExamples(train, from, BATCH);
    network.forward(
      Float64Array.from(pixels, (ink) => ink / 255),
      rows,
      0,
      BATCH,
    );
    const targets = new Float64Array(BATCH * 10);
    for (let i = 0; i < BATCH; i++) targets[i * 10 + labels[i]!] = 1;
    network.backward('cross-entropy', targets, rows, 0, BATCH);
    const zeros = network.gradient.filter((slope) => slope === 0).length;
    const pictures = Array.from({ length: BATCH }, (_, i) => pixels.subarray(i * 784, (i + 1) * 784));
    const still = stillWeights(DENSE as never, pictures);
    expect(still).toBe(zeros);
    expect(still / 25_450).toBeGreaterThan(0.35);
    expect(still / 25_450).toBeLessThan(0.47);
  }
});

test('a filter meets every pixel, and without pictures nothing is known', () => {
  const filters = { kind: 'convolutional', filters: [4], kernel: 3, dense: 16, activation: 'relu' } as const;
  expect(stillWeights({ dataset: 'digits', network: filters } as never, [new Uint8Array(784)])).toBe(0);
  expect(stillWeights(DENSE as never, [])).toBe(0);
  expect(stillWeights(DENSE as never, [new Uint8Array(784)])).toBe(784 * 32);
});
