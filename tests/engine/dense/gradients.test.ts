import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { explainPass } from '@/engine/dense/explained-pass';
import { finiteDifferences } from '@/engine/dense/finite-differences';
import { layerSpans } from '@/engine/dense/shape';
import { COMBINATIONS, networkAndBatch } from './networks';

function closeTo(got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number) {
  expect(got.length).toBe(wanted.length);
  for (let i = 0; i < got.length; i++) {
    const allowed = tolerance * Math.max(1, Math.abs(wanted[i]!));
    if (!(Math.abs(got[i]! - wanted[i]!) <= allowed))
      throw new Error(`at ${i}: ${got[i]} instead of ${wanted[i]}`);
  }
}

function pass(setting: (typeof COMBINATIONS)[number], seed: number) {
  const batch = networkAndBatch(setting, seed);
  const network = new DenseNetwork(batch.shape, batch.weights);
  const loss = () => {
    network.forward(batch.inputs, batch.rows, 0, batch.count);
    return network.batchLoss(setting.loss, batch.targets, batch.rows, 0, batch.count);
  };
  const value = loss();
  network.backward(setting.loss, batch.targets, batch.rows, 0, batch.count);
  return { ...batch, network, loss, value, gradient: network.gradient.slice() };
}

describe.each(COMBINATIONS)('hidden $hidden, $loss on $output', (setting) => {
  const steps = setting.hidden === 'step' || setting.output === 'step';

  // A step has no slope to compare where it jumps; its derivative, 0, is what the finite difference says elsewhere.
  test('backpropagated numbers are finite differences', () => {
    for (const seed of [1, 2, 3]) {
      const { network, loss, gradient } = pass(setting, seed);
      closeTo(gradient, finiteDifferences(loss, network.weights), 1e-6);
    }
  });

  test('the explained pass and the fast one agree', () => {
    const { shape, weights, inputs, targets, outputs, count, gradient, value } = pass(setting, 4);
    const mean = new Float64Array(weights.length);
    let loss = 0;
    for (let e = 0; e < count; e++) {
      const explained = explainPass(
        shape,
        weights,
        setting.loss,
        [...inputs.subarray(e * 3, e * 3 + 3)],
        [...targets.subarray(e * outputs, (e + 1) * outputs)],
      );
      explained.gradient.forEach((slope, i) => {
        mean[i]! += slope / count;
      });
      loss += explained.loss / count;
    }
    closeTo(gradient, mean, 1e-12);
    expect(value).toBeCloseTo(loss, 12);
  });

  if (!steps)
    test('tfjs finds the same gradients', () => {
      const { shape, weights, inputs, targets, outputs, count, gradient, value } = pass(setting, 5);
      const found = tf.tidy(() => {
        const x = tf.tensor2d(Float32Array.from(inputs), [count, 3]);
        const t = tf.tensor2d(Float32Array.from(targets), [count, outputs]);
        const spans = layerSpans(shape);
        const parts = spans.flatMap((span) => [
          tf.tensor2d(Float32Array.from(weights.subarray(span.weightsAt, span.biasesAt)), [
            span.units,
            span.inputs,
          ]),
          tf.tensor1d(Float32Array.from(weights.subarray(span.biasesAt, span.biasesAt + span.units))),
        ]);
        const loss = (...w: tf.Tensor[]): tf.Scalar => {
          let y: tf.Tensor = x;
          spans.forEach(({ activation }, layer) => {
            const z = tf.add(
              tf.matMul(y as tf.Tensor2D, w[2 * layer] as tf.Tensor2D, false, true),
              w[2 * layer + 1]!,
            );
            const make = {
              linear: (z: tf.Tensor) => z,
              sigmoid: tf.sigmoid,
              tanh: tf.tanh,
              relu: tf.relu,
              softmax: tf.softmax,
            };
            y = make[activation as keyof typeof make](z) as tf.Tensor;
          });
          const each = {
            'squared-error': () => tf.square(tf.sub(y, t)),
            'cross-entropy': () => tf.neg(tf.mul(t, tf.log(y))),
            'binary-cross-entropy': () =>
              tf.neg(tf.add(tf.mul(t, tf.log(y)), tf.mul(tf.sub(1, t), tf.log(tf.sub(1, y))))),
          }[setting.loss]();
          return tf.div(tf.sum(each), count) as tf.Scalar;
        };
        const { value, grads } = tf.valueAndGrads(loss)(parts);
        return { value: value.dataSync()[0]!, gradient: grads.flatMap((grad) => [...grad.dataSync()]) };
      });
      closeTo(gradient, found.gradient, 2e-5);
      expect(value).toBeCloseTo(found.value, 5);
    });
});

beforeAll(async () => {
  // Without it tfjs prints an advertisement for its Node package.
  tf.env().set('IS_TEST', true);
  await tf.setBackend('cpu');
});
