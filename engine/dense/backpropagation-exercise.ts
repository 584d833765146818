import type { Random } from '@/engine/random';
import { type ExplainedPass, explainPass } from './explained-pass';
import type { LossId } from './losses';
import { biasIndex, countDenseWeights, type DenseShape, denseShape, layerSpans, weightIndex } from './shape';

/** The network of lesson 8: two inputs, two sigmoid units, one sigmoid output. */
export const EXERCISE_SHAPE: DenseShape = denseShape(2, [2], 'sigmoid', 1, 'sigmoid');
export const EXERCISE_LOSS: LossId = 'squared-error';

/** A number of the network: what it is, and whose. */
export type Blank =
  | { kind: 'y' | 'delta'; layer: number; unit: number }
  | { kind: 'weight-slope'; layer: number; unit: number; input: number }
  | { kind: 'bias-slope'; layer: number; unit: number };

/** A dealt-out exercise. `weights`, `inputs` and `targets` have one decimal, so that they can be worked with by hand. */
export interface Exercise {
  weights: number[];
  inputs: number[];
  targets: number[];
}

/** Draws an exercise: weights from −1.0 to 1.0, none 0; inputs from 0.1 to 1.0; the target 0 or 1. */
export function dealExercise(random: Random): Exercise {
  const tenths = () => ((random.int(10) + 1) * (random.int(2) === 0 ? -1 : 1)) / 10;
  return {
    weights: Array.from({ length: countDenseWeights(EXERCISE_SHAPE) }, tenths),
    inputs: [(random.int(10) + 1) / 10, (random.int(10) + 1) / 10],
    targets: [random.int(2)],
  };
}

/** The exercise with all its numbers. */
export function solveExercise({ weights, inputs, targets }: Exercise): ExplainedPass {
  return explainPass(EXERCISE_SHAPE, weights, EXERCISE_LOSS, inputs, targets);
}

/** Every slope of a weight and bias, from the output layer back: what the challenge asks for. */
export function gradientBlanks(): Blank[] {
  const spans = layerSpans(EXERCISE_SHAPE);
  const blanks: Blank[] = [];
  for (let layer = spans.length - 1; layer >= 0; layer--) {
    const { units, inputs } = spans[layer]!;
    for (let unit = 0; unit < units; unit++) {
      for (let input = 0; input < inputs; input++) blanks.push({ kind: 'weight-slope', layer, unit, input });
      blanks.push({ kind: 'bias-slope', layer, unit });
    }
  }
  return blanks;
}

/** The right number for a blank. */
export function rightAnswer(solved: ExplainedPass, blank: Blank): number {
  const span = layerSpans(EXERCISE_SHAPE)[blank.layer]!;
  switch (blank.kind) {
    case 'y':
      return solved.forward[blank.layer]![blank.unit]!.y;
    case 'delta':
      return solved.backward[blank.layer]![blank.unit]!.delta;
    case 'weight-slope':
      return solved.gradient[weightIndex(span, blank.unit, blank.input)]!;
    case 'bias-slope':
      return solved.gradient[biasIndex(span, blank.unit)]!;
  }
}

/**
 * Whether an answer is right: within 0.0006, which leaves room for three decimals rounded, or within 2 %, which leaves
 * room for steps on the way that were rounded. A wrong sign is never right, unless the number is 0 to three decimals.
 */
export function isRight(answer: number, right: number): boolean {
  if (!Number.isFinite(answer)) return false;
  if (Math.abs(answer - right) <= 0.0006) return true;
  return Math.abs(answer - right) <= 0.02 * Math.abs(right);
}
