import { type Exercise, solveExercise } from '@/engine/dense/backpropagation-exercise';
import { parameterIndex, type QuantityId } from './quantities';

/** How far a weight may be moved to look: from far too much to hardly at all. */
export const WIGGLES = [0.5, 0.1, 0.01, 0.001] as const;
export type Wiggle = (typeof WIGGLES)[number];

/** The loss when one weight or bias has another value and everything else stays. */
function lossAt(exercise: Exercise, id: QuantityId, value: number): number {
  return solveExercise({ ...exercise, weights: exercise.weights.with(parameterIndex(id), value) }).loss;
}

export interface Wiggled {
  below: number;
  above: number;
  /** (above − below) / 2h: the slope as it is seen, without any chain rule. */
  slope: number;
}

/** Moves one weight by ±h and looks at the loss. */
export function wiggle(exercise: Exercise, id: QuantityId, h: number): Wiggled {
  const value = exercise.weights[parameterIndex(id)]!;
  const below = lossAt(exercise, id, value - h);
  const above = lossAt(exercise, id, value + h);
  return { below, above, slope: (above - below) / (2 * h) };
}

/** Whether the slope that is seen is the one that was calculated, to what is shown of them. */
export function agrees(seen: Wiggled, calculated: number): boolean {
  return Math.abs(seen.slope - calculated) < 0.00005;
}

export interface LossAlongWeight {
  from: number;
  to: number;
  /** Evenly from `from` to `to`. */
  losses: number[];
  least: number;
  most: number;
}

/** The loss over one weight, 2 either way. */
export function lossCurve(exercise: Exercise, id: QuantityId, places = 65): LossAlongWeight {
  const value = exercise.weights[parameterIndex(id)]!;
  const from = value - 2;
  const to = value + 2;
  const losses = Array.from({ length: places }, (_, i) =>
    lossAt(exercise, id, from + ((to - from) * i) / (places - 1)),
  );
  return { from, to, losses, least: Math.min(...losses), most: Math.max(...losses) };
}
