import type { DenseExamples } from '@/engine/dense/dense-training';
import { type InitialiserId, initialDenseWeights } from '@/engine/dense/initialisers';
import { denseShape } from '@/engine/dense/shape';
import type { CoursePlan, CourseSettings } from '@/engine/dense/training-course';
import { examplesOf } from '@/engine/points/features';
import { type LabelledPoint, type PointSet, packPointSet } from '@/engine/points/point-set';
import { createRandom, type Random } from '@/engine/random';
import type { LossPart } from '@/protocol/challenges/loss';

/** What lesson 6's challenge deals and asks for; nothing here trains, so that pages may use it. */

/** Points to learn and the seed of the first weights; lesson 6's race runs on such a task too. */
export interface LossTask {
  seed: number;
  points: PointSet;
  /** Coordinates divided by `scale`. */
  examples: DenseExamples;
  /** The network is told coordinates divided by this, so that the best rate is another one in each class. */
  scale: number;
}

/** A disc in a ring: bent, but learnt by few units. */
export const LOSS_SHAPE = denseShape(2, [6], 'tanh', 1, 'sigmoid');

/** Accuracy to reach. */
export const LOSS_GOAL = 0.95;
/** Steps one after the other at which it has to be there: a lucky moment does not count. */
export const LOSS_HELD = 5;
/** Steps that a training may take. */
export const LOSS_STEPS = 300;

const POINTS = 80;
/** The disc's radius, and the ring around it. */
const DISC = 2.5;
const RING = [3.5, 5] as const;
/** A point is moved by up to so much each way. */
const SHAKE = 0.25;

/** Names this challenge's streams of random numbers. */
const STREAM = 0x105500;

/** A point of the disc (class 1) or of the ring (class 0), by rejection: exact operations only, so that all devices deal the same. */
function dealPoint(label: number, random: Random): LabelledPoint {
  const [least, most] = label === 1 ? [0, DISC] : RING;
  for (;;) {
    const x = (2 * random.uniform() - 1) * most;
    const y = (2 * random.uniform() - 1) * most;
    const square = x * x + y * y;
    if (square < least * least || square > most * most) continue;
    const shake = () => (2 * random.uniform() - 1) * SHAKE;
    return { x: x + shake(), y: y + shake(), label };
  }
}

/** Deals points; a stream of its own for the race, which shows another task than the challenge asks for. */
export function dealLossTask(seed: number, stream: number, scale: number): LossTask {
  const random = createRandom(seed, stream, 1);
  const points = packPointSet(
    'classification',
    2,
    Array.from({ length: POINTS }, (_, i) => dealPoint(i % 2, random)),
  );
  const examples = examplesOf(points, ['x1', 'x2']);
  for (let i = 0; i < examples.inputs.length; i++) examples.inputs[i]! /= scale;
  return { seed: createRandom(seed, stream, 2).bits(), points, examples, scale };
}

/** The challenge's task of a class or a visitor. */
export function lossTask(seed: number): LossTask {
  const scale = (4 + createRandom(seed, STREAM, 3).int(7)) / 2;
  return dealLossTask(seed, STREAM, scale);
}

/** The training that some settings ask for. The same start for the same task, whatever the loss. */
export function lossPlan(task: LossTask, start: InitialiserId, settings: CourseSettings): CoursePlan {
  const weights = initialDenseWeights(LOSS_SHAPE, start, createRandom(task.seed));
  return { shape: LOSS_SHAPE, weights, examples: task.examples, settings };
}

/** The start that a part leaves open or gives. */
export function givenStart(part: LossPart): 'saturated' | null {
  return part === 'stuck' ? 'saturated' : null;
}
