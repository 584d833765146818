import { type Experiment, experimentSchema } from '@/protocol/experiment';
import type { Batch, Point } from '@/protocol/run';

/** What is trained: a network without a hidden layer, so that handing it in costs the server little. */
export const STREAMED_EXPERIMENT: Experiment = experimentSchema.parse({
  dataset: 'digits',
  examples: 6_400,
  network: { kind: 'dense', hidden: [], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 64,
  epochs: 10,
  l2: 0,
  seed: 1,
});

/** How a run goes: as a teacher sees it in a real class, most well and some not. */
const COURSES = ['well', 'well', 'stuck', 'well', 'overfitting', 'well', 'diverging', 'well'] as const;

/** Batches of a run, a point each. */
export const RUN_BATCHES = 100;
const STEPS_PER_POINT = 10;
const VALIDATED_EVERY = 5;
/** The point from which a run that goes badly shows it. */
const TURN = 30;

/**
 * The n-th batch (from 1) of a run that lasts 25 s at four batches a second. What the points say makes the server judge the run:
 * stuck near chance, overfitting, diverged, finished.
 * @param kind which of the courses; any whole number
 * @param from where in its course the run begins, in batches
 */
export function streamedBatch(kind: number, sequence: number, from = 0): Batch {
  const course = COURSES[kind % COURSES.length]!;
  const at = from + sequence;
  const diverged = course === 'diverging' && at >= TURN;
  const learnt = course === 'stuck' ? 0 : 1 - Math.exp(-at / 25);
  const noise = 0.02 * Math.sin(at * 2.3 + kind);
  const measured = at % VALIDATED_EVERY === 0;
  const worse = course === 'overfitting' ? 0.03 * Math.max(0, at - TURN) : 0;
  const point: Point = {
    step: at * STEPS_PER_POINT,
    epoch: at / STEPS_PER_POINT,
    loss: diverged ? null : 2.3 - 2.1 * learnt + Math.abs(noise),
    accuracy: 0.1 + 0.85 * learnt + noise,
    validationLoss: measured && !diverged ? 2.3 - 1.9 * learnt + worse : null,
    validationAccuracy: measured ? 0.1 + 0.8 * learnt - noise : null,
    examplesPerSecond: 2_000,
  };
  return {
    sequence,
    points: [point],
    state: diverged ? 'diverged' : at >= RUN_BATCHES ? 'finished' : 'training',
    report: null,
  };
}
