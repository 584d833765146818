import type { NewBatch } from '@/client/live/outbox';
import { randomId } from '@/client/live/random-id';
import type { Experiment } from '@/protocol/experiment';
import type { Point, RunAttach } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

export const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 640,
  network: { kind: 'dense', hidden: [8], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 2,
  l2: 0,
  seed: 1,
};

export function runAttach(): RunAttach {
  return { runId: randomId(), experiment: EXPERIMENT, backend: 'wasm', startedAt: Date.now() };
}

export function point(step: number, given: Partial<Point> = {}): Point {
  return {
    step,
    epoch: step / 20,
    loss: 1 / (step + 1),
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: null,
    examplesPerSecond: 1_000,
    ...given,
  };
}

/** A batch of one point. */
export function newBatch(step: number, state: RunState = 'training'): NewBatch {
  return { points: [point(step)], state, report: null };
}
