import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { DenseTraining } from '@/engine/dense/dense-training';
import { evaluateDense } from '@/engine/dense/evaluate';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { type LossId, lossRule } from '@/engine/dense/losses';
import { denseShape } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

const one = Float64Array.of(1);
const rows = Uint32Array.of(0);

/** |∂L/∂z| of one sigmoid unit at the sum z, when the opposite answer is wanted. */
function slopeAt(loss: LossId, z: number): number {
  const network = new DenseNetwork(denseShape(1, [], 'linear', 1, 'sigmoid'), [0, z]);
  network.forward(one, rows, 0, 1);
  network.backward(loss, Float64Array.of(z > 0 ? 0 : 1), rows, 0, 1);
  return Math.abs(network.gradient[1]!);
}

describe('a saturated sigmoid that is wrong', () => {
  test('squared error’s gradient vanishes, cross-entropy’s does not', () => {
    for (const z of [6, -6, 20, -20, 40, -40, 800, -800]) {
      expect(slopeAt('squared-error', z)).toBeLessThan(0.005);
      expect(slopeAt('binary-cross-entropy', z)).toBeGreaterThan(0.99);
      expect(slopeAt('binary-cross-entropy', z)).toBeLessThanOrEqual(1);
    }
    expect(slopeAt('squared-error', 40)).toBeLessThan(1e-16);
  });

  test('cross-entropy is the steeper one wherever the answer is wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), (z) => {
        expect(slopeAt('binary-cross-entropy', z)).toBeGreaterThan(slopeAt('squared-error', z));
      }),
    );
  });

  test('its loss stays finite and exact where the output is rounded to 1', () => {
    const network = new DenseNetwork(denseShape(1, [], 'linear', 1, 'sigmoid'), [0, 800]);
    network.forward(one, rows, 0, 1);
    expect(network.batchLoss('binary-cross-entropy', Float64Array.of(0), rows, 0, 1)).toBe(800);
    expect(lossRule('binary-cross-entropy').of(1, 0)).toBe(Infinity);
    expect(lossRule('binary-cross-entropy').of(1, 1)).toBeCloseTo(0);
  });

  test('from the saturated start cross-entropy learns first', () => {
    const random = createRandom(3);
    const count = 200;
    const inputs = Float64Array.from({ length: count * 2 }, () => random.uniform() * 2 - 1);
    const targets = Float64Array.from({ length: count }, (_, e) =>
      inputs[2 * e]! + inputs[2 * e + 1]! > 0 ? 1 : 0,
    );
    const shape = denseShape(2, [], 'linear', 1, 'sigmoid');
    const weights = initialDenseWeights(shape, 'saturated', createRandom(1));
    const stepsTo95 = (loss: LossId) => {
      const training = new DenseTraining(
        shape,
        weights,
        { count, inputs, targets },
        { loss, optimizer: 'sgd', learningRate: 0.5, batchSize: count, l1: 0, l2: 0 },
        (epoch) => createRandom(2, epoch),
      );
      while (training.steps < 5000) {
        training.step();
        if (evaluateDense(training.network, training.examples, loss, 2).accuracy! >= 0.95) break;
      }
      return training.steps;
    };
    expect(stepsTo95('binary-cross-entropy') * 3).toBeLessThan(stepsTo95('squared-error'));
  });
});
