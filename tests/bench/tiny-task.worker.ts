/// <reference lib="webworker" />
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { type DenseExamples, DenseTraining } from '@/engine/dense/dense-training';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { denseShape, layerSpans } from '@/engine/dense/shape';
import { registerGradients } from '@/engine/network/gradients';
import { examplesOf } from '@/engine/points/features';
import { drawPoints } from '@/engine/points/generators';
import { createRandom } from '@/engine/random';

/**
 * The tiny task 2-4-4-1, batch 10, tanh, squared error, SGD at 0.03 (what TensorFlow Playground opens with, on 250 points of
 * its circle): our engine and a bare tfjs loop. Answers each question with milliseconds a step, one number a round.
 */
const SHAPE = denseShape(2, [4, 4], 'tanh', 1, 'tanh');
const BATCH = 10;
const RATE = 0.03;

function examples(): DenseExamples {
  return examplesOf(drawPoints('circle', 250, 0, createRandom(1)), ['x1', 'x2']);
}

/** Warm-up, then rounds of so many steps, each timed as a whole: the clock is coarser than a step. */
function time(step: () => void, warmUp: number, rounds: number, steps: number): number[] {
  for (let i = 0; i < warmUp; i++) step();
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    for (let i = 0; i < steps; i++) step();
    return (performance.now() - started) / steps;
  });
}

function ours(): number[] {
  const training = new DenseTraining(
    SHAPE,
    initialDenseWeights(SHAPE, 'fitting', createRandom(2)),
    examples(),
    { loss: 'squared-error', optimizer: 'sgd', learningRate: RATE, batchSize: BATCH, l1: 0, l2: 0 },
    (epoch) => createRandom(3, epoch),
  );
  return time(() => training.step(), 20_000, 60, 2_000);
}

/** One tidy a step, its gradients from tfjs, SGD; the loss is not read. */
async function bareTfjs(): Promise<number[]> {
  await tf.setBackend('cpu');
  registerGradients();
  const { inputs, targets, count } = examples();
  const x = tf.tensor2d(Float32Array.from(inputs), [count, 2]);
  const t = tf.tensor2d(Float32Array.from(targets), [count, 1]);
  const start = initialDenseWeights(SHAPE, 'fitting', createRandom(2));
  const variables = layerSpans(SHAPE).flatMap(({ inputs: n, units, weightsAt, biasesAt }) => [
    // tfjs keeps inputs × units.
    tf.variable(
      tf.transpose(tf.tensor2d(Float32Array.from(start.subarray(weightsAt, biasesAt)), [units, n])),
    ),
    tf.variable(tf.tensor1d(Float32Array.from(start.subarray(biasesAt, biasesAt + units)))),
  ]);
  const loss = (batch: tf.Tensor2D, wanted: tf.Tensor2D) => (): tf.Scalar => {
    let y: tf.Tensor = batch;
    for (let i = 0; i < variables.length; i += 2) {
      y = tf.tanh(
        tf.add(tf.matMul(y as tf.Tensor2D, variables[i] as unknown as tf.Tensor2D), variables[i + 1]!),
      );
    }
    return squaredError(y, wanted);
  };
  let at = 0;
  const step = () =>
    tf.tidy(() => {
      const from = at;
      at = (at + BATCH) % count;
      const batch = tf.slice(x, [from, 0], [BATCH, 2]);
      const wanted = tf.slice(t, [from, 0], [BATCH, 1]);
      const { grads } = tf.variableGrads(loss(batch, wanted));
      for (const variable of variables) {
        variable.assign(tf.sub(variable, tf.mul(grads[variable.name]!, RATE / BATCH)));
      }
    });
  return time(step, 300, 30, 50);
}

/** Σ (y − t)² with its gradient by y, since tfjs-core comes without any. */
function squaredError(y: tf.Tensor, t: tf.Tensor): tf.Scalar {
  return tf.customGrad((given, save) => {
    const error = tf.sub(given as tf.Tensor, t);
    (save as tf.GradSaveFunc)([error]);
    return {
      value: tf.sum(tf.square(error)) as tf.Scalar,
      gradFunc: (dy: tf.Scalar, saved: tf.Tensor[]) => tf.mul(saved[0]!, tf.mul(dy, 2)),
    };
  })(y) as tf.Scalar;
}

declare const self: DedicatedWorkerGlobalScope;
self.onmessage = async ({ data }: MessageEvent<'ours' | 'tfjs'>) => {
  try {
    self.postMessage({ rounds: data === 'ours' ? ours() : await bareTfjs() });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
