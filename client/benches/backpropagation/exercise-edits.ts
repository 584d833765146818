import { listOf, number, object, type Shape } from '@/base/shape';
import { EXERCISE_SHAPE, type Exercise } from '@/engine/dense/backpropagation-exercise';
import { countDenseWeights } from '@/engine/dense/shape';
import { parameterIndex, type QuantityId } from './quantities';

/** The network with which the watching begins: signs of both kinds, and a visible error. */
export const FIRST_EXERCISE: Exercise = {
  // w₁ w₂ w₃ w₄ b₁ b₂, then w₅ w₆ b₃: the order of engine/dense/shape.
  weights: [0.8, -0.4, -0.6, 0.9, 0.1, -0.2, 1, -0.7, 0.2],
  inputs: [0.6, 0.9],
  targets: [0],
};

/** How far a weight or bias goes, and an input; targets are 0 or 1, as far as the sigmoid reaches. */
export function rangeOf(id: QuantityId): { min: number; max: number; step: number } {
  if (id === 't') return { min: 0, max: 1, step: 0.1 };
  if (id.startsWith('x')) return { min: -1, max: 1, step: 0.1 };
  return { min: -3, max: 3, step: 0.1 };
}

/** The exercise with one of its given numbers changed, held to its range. */
export function withGiven(exercise: Exercise, id: QuantityId, value: number): Exercise {
  const { min, max } = rangeOf(id);
  const held = Math.round(Math.min(max, Math.max(min, value)) * 100) / 100 + 0;
  if (id === 't') return { ...exercise, targets: [held] };
  if (id.startsWith('x')) return { ...exercise, inputs: exercise.inputs.with(Number(id[1]) - 1, held) };
  return { ...exercise, weights: exercise.weights.with(parameterIndex(id), held) };
}

/** An exercise as it is kept. */
export const exerciseShape: Shape<Exercise> = object({
  weights: listOf(number(-3, 3), countDenseWeights(EXERCISE_SHAPE), countDenseWeights(EXERCISE_SHAPE)),
  inputs: listOf(number(-1, 1), 2, 2),
  targets: listOf(number(-1, 1), 1, 1),
});
