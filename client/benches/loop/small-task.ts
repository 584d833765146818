import type { DenseExamples } from '@/engine/dense/dense-training';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { denseShape } from '@/engine/dense/shape';
import { type ProgramOrder, type ProgramSettings, TrainingProgram } from '@/engine/dense/training-program';
import { drawPoints } from '@/engine/points/generators';
import { PLANE, type PointSet } from '@/engine/points/point-set';
import { createRandom } from '@/engine/random';

/** Two inputs, six units, one output: enough for a disc inside a ring. */
export const SHAPE = denseShape(2, [6], 'tanh', 1, 'sigmoid');

export const GOAL = 0.95;
export const MOST_ROUNDS = 400;

/** Names the streams of random numbers of this bench. */
const STREAM = 0x100b;
const STREAMS = { points: 1, weights: 2, order: 3 } as const;

export interface SmallTask {
  points: PointSet;
  examples: DenseExamples;
}

/** The points to learn: a disc in a ring, the same for everybody in a class. */
export function smallTask(seed: number): SmallTask {
  const points = drawPoints('circle', 160, 0.06, createRandom(seed, STREAM, STREAMS.points));
  const count = points.xs.length;
  const inputs = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) {
    // Inputs of about 1 suit the first weights.
    inputs[2 * i] = (2 * points.xs[i]!) / PLANE;
    inputs[2 * i + 1] = (2 * points.ys[i]!) / PLANE;
  }
  return { points, examples: { count, inputs, targets: points.labels.slice() } };
}

/** A program at its start: every one begins with the same weights and the same order of batches. */
export function startProgram(
  seed: number,
  task: SmallTask,
  order: ProgramOrder,
  settings: Pick<ProgramSettings, 'loss' | 'optimizer' | 'learningRate' | 'feed'>,
): TrainingProgram {
  return new TrainingProgram(
    SHAPE,
    initialDenseWeights(SHAPE, 'fitting', createRandom(seed, STREAM, STREAMS.weights)),
    task.examples,
    order,
    { ...settings, batchSize: 10, goal: GOAL, mostRounds: MOST_ROUNDS },
    (epoch) => createRandom(seed, STREAM, STREAMS.order, epoch),
  );
}
