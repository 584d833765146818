import { DEFAULT_SETUP } from '@/engine/playground/setup';
import { setupText } from '@/engine/runs/points-experiment';
import type { Experiment, PointsExperiment } from '@/protocol/experiment';
import type { Batch, Point } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** A small experiment without a hidden layer. */
export const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 640,
  network: { kind: 'dense', hidden: [], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 64,
  epochs: 5,
  l2: 0,
  seed: 1,
};
/** How many weights its network has: 784 × 10 and 10 biases. */
export const WEIGHTS = 7_850;

/** A small network on the 2-D bench: 2 inputs, 4 and 2 hidden units. */
export const POINTS_EXPERIMENT: PointsExperiment = {
  kind: 'points',
  setup: setupText(DEFAULT_SETUP),
  classes: 2,
  examples: 200,
};
/** How many weights it has. */
export const POINTS_WEIGHTS = 2 * 4 + 4 + 4 * 2 + 2 + 2 + 1;

/** A point of its run at an optimiser step; `given` takes the place of what is made up. */
export function point(step: number, given: Partial<Point> = {}): Point {
  return {
    step,
    epoch: step / 10,
    loss: 2 / (step + 1),
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: null,
    examplesPerSecond: 1000,
    ...given,
  };
}

/** The run's batch with this sequence (from 1): the next two points. */
export function batch(sequence: number, state: RunState = 'training'): Batch {
  return { sequence, points: [point(sequence * 2 - 1), point(sequence * 2)], state, report: null };
}
