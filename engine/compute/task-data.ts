import { initialWeights } from '@/engine/network/initial-weights';
import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

/** Examples in a training step. */
export const STEP_EXAMPLES = 64;
export const STEP_RATE = 0.1;

/** The matrices that every backend multiplies: the same numbers for all. */
export function matrices(size: number): { a: Float32Array; b: Float32Array } {
  const random = createRandom(size);
  const numbers = () => Float32Array.from({ length: size * size }, () => random.uniform() * 2 - 1);
  return { a: numbers(), b: numbers() };
}

/** The training step's pictures and labels have the digits' sizes. */
export const STEP_PIXELS = DATASETS.digits.pixels;
export const STEP_LABELS = DATASETS.digits.labels.length;

/** The pictures (bytes, mostly paper, as digits are) and labels that every backend learns from. */
export function stepExamples(): { pixels: Uint8Array; labels: Uint8Array } {
  const random = createRandom(64);
  return {
    pixels: Uint8Array.from({ length: STEP_EXAMPLES * STEP_PIXELS }, () =>
      Math.max(0, (random.uniform() * 4 - 3) * 255),
    ),
    labels: Uint8Array.from({ length: STEP_EXAMPLES }, () => random.int(STEP_LABELS)),
  };
}

/** The training whose step is measured, with so many hidden units. */
export function stepExperiment(hidden: number): Experiment {
  return {
    dataset: 'digits',
    examples: STEP_EXAMPLES,
    network: { kind: 'dense', hidden: [hidden], activation: 'relu' },
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: STEP_RATE,
    batchSize: STEP_EXAMPLES,
    epochs: 1,
    l2: 0,
    seed: 1,
  };
}

/** The weights that every backend begins with, in the order of protocol/weight-shapes.ts (inputs × units). */
export function stepWeights(hidden: number): Float32Array {
  return initialWeights(stepExperiment(hidden), createRandom(1, STREAMS.weights));
}
