import { describe, expect, test } from 'vitest';
import { batchPictures } from '@/client/benches/loop/batch-pictures';
import { cellProducts, dealFactors } from '@/engine/compute/hand-product';
import { activationRule, softmax } from '@/engine/dense/activations';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { LOSS_RULES } from '@/engine/dense/losses';
import { optimizerRule } from '@/engine/dense/optimizers';
import { denseShape, layerSpans } from '@/engine/dense/shape';
import { CURVES } from '@/engine/landscape/curves';
import { descendCurve } from '@/engine/landscape/descent';
import { output, type Perceptron, weightedSum } from '@/engine/perceptron/perceptron';
import { createRandom } from '@/engine/random';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { DATASETS } from '@/protocol/datasets';
import { operationsOf } from '@/protocol/measurement';

/** Sums that lessons do with numbers of their own, done once more by the engine; claims.ts says which step makes each. */

const SQUARED = LOSS_RULES['squared-error'];
const CROSS = LOSS_RULES['binary-cross-entropy'];
const sigmoid = activationRule('sigmoid');
/** Numbers that a network learns, layer by layer: weights and biases. */
const counts = (inputs: number, hidden: number[], outputs: number) =>
  layerSpans(denseShape(inputs, hidden, 'relu', outputs, 'sigmoid')).map(
    ({ inputs: from, units, count }) => ({
      weights: from * units,
      count,
    }),
  );
const all = (layers: readonly { count: number }[]) => layers.reduce((sum, { count }) => sum + count, 0);

describe('lesson 1', () => {
  test('always the same answer is right in 95 of 100, and finds none of the five', () => {
    const labels = Array.from({ length: 100 }, (_, at) => (at < 95 ? 'other' : 'cat'));
    const rightOf = (label: string) => {
      const those = labels.filter((one) => one === label);
      return those.filter((one) => one === 'other').length / those.length;
    };
    expect(labels.filter((label) => label === 'other').length / labels.length).toBe(0.95);
    expect([rightOf('other'), rightOf('cat')]).toEqual([1, 0]);
  });

  test('a picture is as many numbers as it has pixels', () => {
    const { side, pixels } = DATASETS.digits;
    expect([side, pixels]).toEqual([28, 784]);
    expect(side * side).toBe(pixels);
  });
});

describe('lesson 2', () => {
  test('the heating stays off: 0.5 × 3 + 2 × 0 is 1.5, below 2', () => {
    const heating: Perceptron = { weights: [0.5, 2], threshold: 2 };
    expect(weightedSum(heating, [3, 0])).toBe(1.5);
    expect(output(heating, [3, 0])).toBe(0);
    expect(output(heating, [0, 1])).toBe(1);
  });
});

describe('lesson 4', () => {
  test('a network of 2–4–3–1 learns 31 numbers', () => {
    expect(counts(2, [4, 3], 1).map(({ count }) => count)).toEqual([12, 15, 4]);
    expect(all(counts(2, [4, 3], 1))).toBe(31);
  });
  test('one of 3–5–2–1 learns 35, of which 27 are weights', () => {
    const layers = counts(3, [5, 2], 1);
    expect(layers.map(({ count }) => count)).toEqual([20, 12, 3]);
    expect(layers.map(({ weights }) => weights)).toEqual([15, 10, 2]);
    expect(all(layers)).toBe(35);
  });
});

describe('lesson 5', () => {
  test('its network learns 25,120 numbers and 330: 25,450 in all', () => {
    const { network, dataset } = handwrittenDigits.experiment!;
    if (network.kind !== 'dense') throw new Error('it begins with a dense network');
    const { pixels, labels } = DATASETS[dataset];
    const layers = counts(pixels, [...network.hidden], labels.length);
    expect(layers.map(({ count }) => count)).toEqual([25_120, 330]);
    expect(all(layers)).toBe(25_450);
  });
  test('ten numbers of softmax add up to 1, whatever is drawn', () => {
    const sums = Float64Array.from({ length: 10 }, (_, at) => (at * 7) % 5);
    const shares = new Float64Array(10);
    softmax(sums, shares, 0, 10);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    softmax(new Float64Array(10), shares, 0, 10);
    expect(shares[3]).toBeCloseTo(0.1, 12);
  });
});

describe('lesson 6', () => {
  test('0.5 once costs 0.25, 0.25 twice only 0.125', () => {
    expect(SQUARED.of(0.5, 0)).toBe(0.25);
    expect(2 * SQUARED.of(0.25, 0)).toBe(0.125);
  });
  test('at 0.99 for 0 squared error pushes z about fifty times less', () => {
    const y = 0.99;
    const bend = sigmoid.derivative(0, y);
    const [squared, cross] = [SQUARED.slope(y, 0) * bend, CROSS.slope(y, 0) * bend];
    expect(squared).toBeCloseTo(0.02, 2);
    expect(cross).toBeCloseTo(0.99, 10);
    expect(cross / squared).toBeGreaterThan(45);
    expect(cross / squared).toBeLessThan(55);
  });
  test('squared error pushes hardest at two thirds, and less from there on', () => {
    const push = (y: number) => SQUARED.slope(y, 0) * sigmoid.derivative(0, y);
    const steepest = Array.from({ length: 999 }, (_, at) => (at + 1) / 1000).sort(
      (a, b) => push(b) - push(a),
    )[0]!;
    expect(steepest).toBeCloseTo(2 / 3, 2);
  });
  test('1% of what happens costs 4.6, 40% costs 0.9', () => {
    expect(CROSS.of(0.01, 1)).toBeCloseTo(4.6, 1);
    expect(CROSS.of(0.4, 1)).toBeCloseTo(0.9, 1);
  });
});

describe('lesson 7', () => {
  const steps = (start: number, learningRate: number, count: number) => {
    const settings = { optimizer: 'sgd', learningRate, batch: 'full' } as const;
    const path = descendCurve(CURVES.parabola(), start, settings, createRandom(1));
    return Array.from({ length: count + 1 }, () => path.next().value!.a);
  };
  test('a slope of −2 and a rate of 0.1 move the weight up by 0.2', () => {
    const [from, to] = steps(-2, 0.1, 1);
    expect(to! - from!).toBeCloseTo(0.2, 10);
  });
  test('on the parabola each step multiplies w by 1 − r', () => {
    for (const r of [0.1, 0.5, 1, 1.9, 2.1]) {
      const path = steps(3, r, 4);
      path.slice(1).forEach((w, at) => {
        expect(w).toBeCloseTo((1 - r) * path[at]!, 10);
      });
    }
  });
  test('from 3 a rate of 2.1 jumps from side to side, farther out each time: 35.8 after 26 steps', () => {
    const path = steps(3, 2.1, 26);
    for (let at = 1; at < path.length; at++) {
      expect(Math.sign(path[at]!)).toBe(-Math.sign(path[at - 1]!));
      expect(Math.abs(path[at]!)).toBeGreaterThan(Math.abs(path[at - 1]!));
    }
    expect(Math.abs(path[26]!)).toBeCloseTo(35.8, 1);
  });
  test('momentum keeps 0.9 of the last step; Adam remembers by 0.9 and 0.999', () => {
    const [v] = [new Float64Array([1])];
    optimizerRule('momentum').update(new Float64Array(1), new Float64Array([0.5]), [v], 0.1, 1);
    expect(v[0]).toBeCloseTo(0.9 * 1 + 0.5, 12);
    const [m, s] = [new Float64Array([1]), new Float64Array([1])];
    optimizerRule('adam').update(new Float64Array(1), new Float64Array([0.5]), [m, s], 0.1, 1);
    expect([m[0], s[0]]).toEqual([
      expect.closeTo(0.9 + 0.1 * 0.5, 12),
      expect.closeTo(0.999 + 0.001 * 0.25, 12),
    ]);
  });
});

describe('lesson 8', () => {
  test('wiggling takes two passes a weight: 50,000 for 25,000', () => {
    let passes = 0;
    const weights = new Float64Array(25);
    finiteDifferences(() => {
      passes++;
      return weights.reduce((sum, weight) => sum + weight * weight, 0);
    }, weights);
    expect((passes / weights.length) * 25_000).toBe(50_000);
  });
  test('ten times less wiggle, a hundred times less error', () => {
    const loss = (w: number) => (sigmoid.f(w * 1.3 + 0.2) - 1) ** 2;
    const wiggled = (h: number) => (loss(0.4 + h) - loss(0.4 - h)) / (2 * h);
    const y = sigmoid.f(0.4 * 1.3 + 0.2);
    const exact = 2 * (y - 1) * y * (1 - y) * 1.3;
    const less = (wiggled(0.1) - exact) / (wiggled(0.01) - exact);
    expect(less).toBeGreaterThan(98);
    expect(less).toBeLessThan(102);
  });
  test('a sigmoid at 0.999 lets about a thousandth through, and never more than a quarter', () => {
    expect(sigmoid.derivative(0, 0.999)).toBeCloseTo(0.001, 5);
    const most = Math.max(...Array.from({ length: 999 }, (_, at) => sigmoid.derivative(0, (at + 1) / 1000)));
    expect(most).toBe(sigmoid.derivative(0, 0.5));
    expect(most).toBe(0.25);
  });
  test('through 20 layers at most a billionth of a slope is left', () => {
    expect(0.25 ** 20).toBeLessThan(1e-9);
  });
});

describe('lesson 9', () => {
  test('6,000 pictures in batches of 32 are 188 updates an epoch, the last smaller, and 940 in five epochs', () => {
    const { examples, batchSize, epochs } = trainingLoop.experiment!;
    expect([examples, batchSize, epochs]).toEqual([6_000, 32, 5]);
    const perEpoch = Math.ceil(examples / batchSize);
    expect([perEpoch, perEpoch * epochs]).toEqual([188, 940]);
    const size = { ...trainingLoop.experiment!, seed: 1 };
    expect(batchPictures(size, 0)).toHaveLength(32);
    expect(batchPictures(size, perEpoch - 1)).toHaveLength(16);
    expect(examples * epochs).toBe(30_000);
  });
});

describe('lesson 10', () => {
  test('one number of a product of 10 × 10 takes 10 multiplications, all of them 1,000', () => {
    const factors = dealFactors(createRandom(1), 10, 10, 10, 0);
    const cells = Array.from(
      { length: 100 },
      (_, at) => cellProducts(factors, Math.floor(at / 10), at % 10).length,
    );
    expect(new Set(cells)).toEqual(new Set([10]));
    expect(cells.reduce((sum, products) => sum + products, 0)).toBe(1_000);
  });
  test('twice as many rows are eight times as much work', () => {
    for (const n of [32, 64, 128])
      expect(operationsOf('matrix-product', 2 * n) / operationsOf('matrix-product', n)).toBe(8);
  });
});
