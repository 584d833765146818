import { integer, object, oneOf, type Shape } from '@/base/shape';
import { dealLossTask, LOSS_GOAL, type LossTask, lossPlan } from '@/engine/challenges/loss-task';
import type { CoursePlan, CoursePoint } from '@/engine/dense/training-course';
import { LOSS_CHOICES } from '@/protocol/challenges/loss';

/** Names the race's stream of random numbers: other points than the challenge's. */
const STREAM = 0x7ace;

/** Steps that the race goes on at most. */
export const RACE_STEPS = 600;
export const RACE_RATES = ['0.3', '1', '3'] as const;
export const RACE_STARTS = ['saturated', 'fitting', 'large'] as const;
export const RACE_SPEEDS = { slow: 4, normal: 40, fast: 200 } as const;

export interface RaceWork {
  start: (typeof RACE_STARTS)[number];
  rate: (typeof RACE_RATES)[number];
  speed: keyof typeof RACE_SPEEDS;
  measure: 'own' | 'squared';
  taken: number;
}

/** A training of which steps can be asked; null for those that are not there yet. */
export interface Course {
  at(step: number): CoursePoint | null;
}

export function dealRace(seed: number): LossTask {
  return dealLossTask(seed, STREAM, 3);
}

/** The same network from the same weights, once for each of LOSS_CHOICES: only the loss differs. */
export function racePlans(task: LossTask, start: RaceWork['start'], rate: number): readonly CoursePlan[] {
  return LOSS_CHOICES.map((loss) => lossPlan(task, start, { loss, learningRate: rate }));
}

/** The first step up to `taken` at which the accuracy was reached; null while it was not. */
export function reachedAt(course: Course, taken: number): number | null {
  for (let step = 0; step <= taken; step++) {
    const point = course.at(step);
    if (point !== null && point.accuracy >= LOSS_GOAL) return step;
  }
  return null;
}

/** What a picture of losses shows: the own loss as a share of its start, or squared error for both. */
export function measured(point: CoursePoint, first: CoursePoint, measure: RaceWork['measure']): number {
  return measure === 'own' ? point.loss / first.loss : point.squaredError;
}

/** Index among LOSS_CHOICES of who learns faster, 2 for about the same; null while that is open. */
export type RaceVerdict = 0 | 1 | 2 | null;

/** Within a fifth more steps is about the same. Decided as soon as the second one can no longer be so close. */
export function verdict(reached: readonly (number | null)[], taken: number, ended: boolean): RaceVerdict {
  const [squared, cross] = reached as [number | null, number | null];
  if (squared === null && cross === null) return null;
  const first = Math.min(squared ?? Infinity, cross ?? Infinity);
  const second = squared !== null && cross !== null ? Math.max(squared, cross) : null;
  const close = first * 1.2 + 1;
  if (second !== null && second <= close) return 2;
  if (second === null && taken <= close && !ended) return null;
  return first === squared ? 0 : 1;
}

/** The end of the picture's axis: it grows by doubling, so that it seldom moves. */
export function axisEnd(taken: number): number {
  for (const end of [50, 100, 200, 400]) if (taken <= end) return end;
  return RACE_STEPS;
}

export const raceShape: Shape<RaceWork> = object({
  start: oneOf(RACE_STARTS),
  rate: oneOf(RACE_RATES),
  speed: oneOf(Object.keys(RACE_SPEEDS) as RaceWork['speed'][]),
  measure: oneOf(['own', 'squared']),
  taken: integer(0, RACE_STEPS),
});
