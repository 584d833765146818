/**
 * The simple perceptron: N inputs, one output.
 *
 *   s = w₁x₁ + … + w_N x_N          the weighted sum
 *   y = 1 if s ≥ θ, else 0          the step function, at the threshold θ
 *
 * At the threshold itself the output is 1. Source: Rosenblatt, "The perceptron", Psychological Review 65 (1958).
 */
export interface Perceptron {
  /** One weight an input. */
  readonly weights: readonly number[];
  /** θ: the sum from which on the output is 1. */
  readonly threshold: number;
}

/** What the step function answers. */
export type Bit = 0 | 1;

/**
 * Rounds to ten decimals, so that sums of decimal numbers are what a person gets on paper: in binary 0.7 + 0.1 falls just
 * short of 0.8, and a perceptron that stands exactly at its threshold would answer 0.
 */
export function exact(value: number): number {
  // + 0 turns −0, which would be written with a sign, into 0.
  return Math.round(value * 1e10) / 1e10 + 0;
}

/** 1 at or above the threshold, 0 below it. */
export function step(sum: number, threshold: number): Bit {
  return sum >= threshold ? 1 : 0;
}

/** s = Σ wᵢxᵢ, to ten decimals. `inputs` has as many numbers as there are weights. */
export function weightedSum(perceptron: Perceptron, inputs: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < perceptron.weights.length; i++) sum += perceptron.weights[i]! * inputs[i]!;
  return exact(sum);
}

/** The perceptron's answer to its inputs. */
export function output(perceptron: Perceptron, inputs: ArrayLike<number>): Bit {
  return step(weightedSum(perceptron, inputs), perceptron.threshold);
}
