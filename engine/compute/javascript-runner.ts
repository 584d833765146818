import { DenseTraining } from '@/engine/dense/dense-training';
import { denseShape, layerSpans, weightIndex } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';
import { multiply } from './matrix-product';
import type { PreparedTask, Runner } from './measure';
import {
  matrices,
  STEP_EXAMPLES,
  STEP_LABELS,
  STEP_PIXELS,
  STEP_RATE,
  stepExamples,
  stepWeights,
} from './task-data';

/** Plain JavaScript on typed arrays: what the others are compared with. */
export const javascriptRunner: Runner = {
  backend: 'javascript',
  async prepare(task, size) {
    return task === 'matrix-product' ? product(size) : trainingStep(size);
  },
};

function product(size: number): PreparedTask {
  const { a, b } = matrices(size);
  const c = new Float32Array(size * size);
  return {
    async run(times) {
      for (let i = 0; i < times; i++) multiply(a, b, c, size);
    },
    agrees: async () => c.every(Number.isFinite),
    dispose: () => {},
  };
}

function trainingStep(hidden: number): PreparedTask {
  const training = stepTraining(hidden);
  return {
    async run(times) {
      for (let i = 0; i < times; i++) training.step();
    },
    agrees: async () => training.finite,
    dispose: () => {},
  };
}

function stepTraining(hidden: number): DenseTraining {
  const { pixels, labels } = stepExamples();
  const targets = new Float64Array(STEP_EXAMPLES * STEP_LABELS);
  labels.forEach((label, e) => {
    targets[e * STEP_LABELS + label] = 1;
  });
  const shape = denseShape(STEP_PIXELS, [hidden], 'relu', STEP_LABELS, 'softmax');
  const start = stepWeights(hidden);
  const weights = Float64Array.from(start);
  // Here a unit's weights stand together, there an input's.
  for (const span of layerSpans(shape)) {
    for (let unit = 0; unit < span.units; unit++) {
      for (let input = 0; input < span.inputs; input++) {
        weights[weightIndex(span, unit, input)] = start[span.weightsAt + input * span.units + unit]!;
      }
    }
  }
  return new DenseTraining(
    shape,
    weights,
    { count: STEP_EXAMPLES, inputs: Float64Array.from(pixels, (byte) => byte / 255), targets },
    {
      loss: 'cross-entropy',
      optimizer: 'sgd',
      learningRate: STEP_RATE,
      batchSize: STEP_EXAMPLES,
      l1: 0,
      l2: 0,
    },
    (epoch) => createRandom(1, epoch),
  );
}

/** The sums of the output layer for all examples after one step: what another backend's step is held against. */
export function sumsAfterOneStep(hidden: number): Float64Array {
  const training = stepTraining(hidden);
  training.step();
  training.network.forwardRange(training.examples.inputs, 0, STEP_EXAMPLES);
  return training.network.sumsOf(1);
}
