import { type Bit, output, type Perceptron, weightedSum } from './perceptron';

/** What is wanted of N inputs: one answer for each of the 2^N rows, in the order of `inputRows`. */
export interface Target {
  readonly inputs: number;
  readonly outputs: readonly Bit[];
}

/** One row of a perceptron's truth table. */
export interface TruthRow {
  readonly inputs: readonly Bit[];
  /** The weighted sum, before the threshold. */
  readonly sum: number;
  readonly output: Bit;
}

/** All 2^N rows of zeros and ones, counted up in binary: 00, 01, 10, 11 for two inputs (x₁ is the first digit). */
export function inputRows(inputs: number): Bit[][] {
  return Array.from({ length: 2 ** inputs }, (_, row) =>
    Array.from({ length: inputs }, (_, i) => ((row >> (inputs - 1 - i)) & 1) as Bit),
  );
}

/** Every row with its sum and its answer. */
export function truthTable(perceptron: Perceptron): TruthRow[] {
  return inputRows(perceptron.weights.length).map((inputs) => ({
    inputs,
    sum: weightedSum(perceptron, inputs),
    output: output(perceptron, inputs),
  }));
}

/** How many rows of the target an answer gets right; both in the order of `inputRows`. */
export function rowsRight(answers: readonly Bit[], target: Target): number {
  return target.outputs.filter((wanted, row) => answers[row] === wanted).length;
}
