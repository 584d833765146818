import * as tf from '@tensorflow/tfjs-core';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { sumsAfterOneStep } from './javascript-runner';
import { multiply } from './matrix-product';
import type { PreparedTask, Runner } from './measure';
import { near } from './near';
import type { ComputeBackend } from './plan';
import { matrices, stepExamples, stepExperiment, stepWeights } from './task-data';

/** Steps between two reads on a backend that works ahead of us, as in the product's own training. */
const READ_EVERY = 10;
/** Products that may wait on a graphics card at once. */
const PRODUCTS_AHEAD = 50;

/** A tfjs backend, which must have been started (engine/backend/start-backend.ts). */
export function tfjsRunner(backend: ComputeBackend): Runner {
  return {
    backend,
    async prepare(task, size) {
      return task === 'matrix-product' ? product(size) : trainingStep(size);
    },
  };
}

function product(size: number): PreparedTask {
  const { a, b } = matrices(size);
  const left = tf.tensor2d(a, [size, size]);
  const right = tf.tensor2d(b, [size, size]);
  let last: tf.Tensor2D | null = null;
  /** One number is enough to make sure that all is done; reading the whole matrix would measure the bus. */
  const settle = async () => {
    const one = tf.slice(last!, [size - 1, size - 1], [1, 1]);
    await one.data();
    one.dispose();
  };
  return {
    async run(times) {
      for (let i = 0; i < times; i++) {
        last?.dispose();
        last = tf.matMul(left, right);
        if (i % PRODUCTS_AHEAD === PRODUCTS_AHEAD - 1) await settle();
      }
      await settle();
    },
    async agrees() {
      const wanted = new Float32Array(size * size);
      multiply(a, b, wanted, size);
      return near(await last!.data(), wanted, 1e-3);
    },
    dispose: () => tf.dispose([left, right, ...(last ? [last] : [])]),
  };
}

function trainingStep(hidden: number): PreparedTask {
  const { pixels, labels } = stepExamples();
  const network = new TfjsNetwork(stepExperiment(hidden), {
    step: 0,
    weights: stepWeights(hidden),
    slots: new Float32Array(0),
  });
  return {
    async run(times) {
      for (let i = 0; i < times; i++) {
        network.trainStep(pixels, labels);
        if (i % READ_EVERY === READ_EVERY - 1) await network.measure();
      }
      await network.measure();
    },
    // Asked after the first step.
    agrees: async () => near(await network.logits(pixels), sumsAfterOneStep(hidden), 1e-2),
    dispose: () => network.dispose(),
  };
}
