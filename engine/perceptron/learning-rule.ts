import { type Bit, exact, type Perceptron, step, weightedSum } from './perceptron';

/** An example to learn from. */
export interface Example {
  readonly inputs: readonly number[];
  readonly target: Bit;
}

/** Everything that one step of the rule looked at and did: enough to show it in words. */
export interface LearningStep {
  /** Which example, by its index in the list. */
  readonly example: number;
  readonly inputs: readonly number[];
  readonly target: Bit;
  readonly before: Perceptron;
  readonly sum: number;
  readonly output: Bit;
  /** t − y: 0 right, +1 answered 0 but should be 1, −1 the other way. */
  readonly error: -1 | 0 | 1;
  readonly after: Perceptron;
}

/**
 * The perceptron learning rule on one example:
 *
 *   w ← w + r (t − y) x
 *   θ ← θ − r (t − y)
 *
 * A right answer changes nothing. The threshold moves against the weights since it stands on the other side of
 * s ≥ θ: it is the weight of an input that is always −1. Source: Rosenblatt 1958; in this form Minsky and Papert, "Perceptrons" (1969).
 * @param rate r; it only scales w and θ when both start at 0, so 1 is as good as any
 */
export function learnOne(
  before: Perceptron,
  { inputs, target }: Example,
  example: number,
  rate = 1,
): LearningStep {
  const sum = weightedSum(before, inputs);
  const output = step(sum, before.threshold);
  const error = (target - output) as -1 | 0 | 1;
  const after: Perceptron =
    error === 0
      ? before
      : {
          weights: before.weights.map((weight, i) => exact(weight + rate * error * inputs[i]!)),
          threshold: exact(before.threshold - rate * error),
        };
  return { example, inputs, target, before, sum, output, error, after };
}

/** A perceptron with nothing but zeros. (At θ = 0 it answers 1 everywhere.) */
export function blankPerceptron(inputs: number): Perceptron {
  return { weights: new Array<number>(inputs).fill(0), threshold: 0 };
}

/** How learning ended. */
export type LearningEnd =
  /** A whole round without a mistake. */
  | { outcome: 'converged'; perceptron: Perceptron; rounds: number; mistakes: number }
  /** The weights of an earlier round came back: from there everything repeats, so it will never converge. */
  | {
      outcome: 'cycle';
      perceptron: Perceptron;
      rounds: number;
      mistakes: number;
      length: number;
      since: number;
    }
  /** Neither within the rounds allowed. */
  | { outcome: 'unfinished'; perceptron: Perceptron; rounds: number; mistakes: number };

/**
 * Goes through the examples in their order, round after round, and yields every step; returns how it ended. Stops at the
 * first round without a mistake. With a fixed order a round is a function of the weights that it began with; so if a
 * round begins with weights that an earlier round began with, learning goes in a circle.
 * @param start weights and threshold to begin with
 * @param mostRounds when to give up
 */
export function* learn(
  start: Perceptron,
  examples: readonly Example[],
  rate = 1,
  mostRounds = 1000,
): Generator<LearningStep, LearningEnd> {
  let perceptron = start;
  let mistakes = 0;
  const begun = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    const key = [...perceptron.weights, perceptron.threshold].join(' ');
    const since = begun.get(key);
    if (since !== undefined) {
      return { outcome: 'cycle', perceptron, rounds: round, mistakes, length: round - since, since };
    }
    begun.set(key, round);
    const mistakesBefore = mistakes;
    for (let i = 0; i < examples.length; i++) {
      const taken = learnOne(perceptron, examples[i]!, i, rate);
      perceptron = taken.after;
      if (taken.error !== 0) mistakes++;
      yield taken;
    }
    if (mistakes === mistakesBefore) return { outcome: 'converged', perceptron, rounds: round + 1, mistakes };
  }
  return { outcome: 'unfinished', perceptron, rounds: mostRounds, mistakes };
}

/** Learns to the end without looking at the steps. */
export function learnToTheEnd(
  start: Perceptron,
  examples: readonly Example[],
  rate = 1,
  mostRounds = 1000,
): LearningEnd {
  const steps = learn(start, examples, rate, mostRounds);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/**
 * Novikoff's bound: if some perceptron (w*, θ*) separates the examples, the rule makes at most (R / γ)² mistakes when it starts
 * at zero, whatever the order. R is the longest example and γ the smallest distance of an example to the separating
 * plane, both with the threshold's input −1 appended. Infinity when (w*, θ*) does not separate them strictly.
 * Source: Novikoff, "On convergence proofs on perceptrons" (1962).
 */
export function mistakeBound(separating: Perceptron, examples: readonly Example[]): number {
  const length = Math.hypot(...separating.weights, separating.threshold);
  let radius = 0;
  let margin = Number.POSITIVE_INFINITY;
  for (const { inputs, target } of examples) {
    radius = Math.max(radius, Math.hypot(...inputs, 1));
    const above = (weightedSum(separating, inputs) - separating.threshold) / length;
    margin = Math.min(margin, target === 1 ? above : -above);
  }
  return margin > 0 ? (radius / margin) ** 2 : Number.POSITIVE_INFINITY;
}
