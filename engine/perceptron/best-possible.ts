import type { Bit, Perceptron } from './perceptron';
import { inputRows, rowsRight, type Target } from './truth-table';

/** Inputs up to which every perceptron can be tried. */
const MOST_INPUTS = 4;

/**
 * The largest whole-number weight that is ever needed for as many inputs (index): each table that some perceptron has,
 * a perceptron with such weights has too. Proof by counting: the tables found below are 4, 14, 104 and 1,882 for one to
 * four inputs, which is how many threshold functions there are (OEIS A000609; Winder 1965). A test counts them.
 */
const LARGEST_WEIGHT = [0, 1, 1, 2, 3] as const;

const found = new Map<number, ReadonlyMap<string, Perceptron>>();

/**
 * Every truth table that one perceptron can have, each with a perceptron that has it. Key: the outputs in the order of
 * `inputRows`, as a string. Tries all whole-number weights, and for each all thresholds that make a difference: sums are
 * whole numbers, so just below each of them (it and all larger ones answer 1) and one above all.
 * @throws RangeError beyond four inputs
 */
export function perceptronTables(inputs: number): ReadonlyMap<string, Perceptron> {
  const known = found.get(inputs);
  if (known) return known;
  const largest = LARGEST_WEIGHT[inputs];
  if (!largest) throw new RangeError(`One to ${MOST_INPUTS} inputs, not ${inputs}`);
  const tables = new Map<string, Perceptron>();
  const rows = inputRows(inputs);
  const choices = 2 * largest + 1;
  for (let code = 0; code < choices ** inputs; code++) {
    const weights = Array.from(
      { length: inputs },
      (_, i) => (Math.floor(code / choices ** i) % choices) - largest,
    );
    const sums = rows.map((row) => row.reduce<number>((sum, bit, i) => sum + bit * weights[i]!, 0));
    const thresholds = [...new Set(sums)].map((sum) => sum - 0.5);
    thresholds.push(Math.max(...sums) + 0.5);
    for (const threshold of thresholds) {
      const key = sums.map((sum) => (sum >= threshold ? '1' : '0')).join('');
      if (!tables.has(key)) tables.set(key, { weights, threshold });
    }
  }
  found.set(inputs, tables);
  return tables;
}

/** The best that one perceptron can do. */
export interface BestPossible {
  /** Rows right at best, of 2^N. */
  rows: number;
  /** One perceptron that reaches it. */
  example: Perceptron;
}

/**
 * The most rows of a target that any one perceptron gets right, by trying every table that a perceptron can have. For
 * XOR it is 3 of 4: the sums of the rows 00 and 11 add up to the same as those of 01 and 10, so they cannot both lie below
 * θ while those lie at or above it.
 * @throws RangeError beyond four inputs
 */
export function bestPossibleRows(target: Target): BestPossible {
  let best: BestPossible = { rows: -1, example: { weights: [], threshold: 0 } };
  for (const [key, example] of perceptronTables(target.inputs)) {
    const rows = rowsRight([...key].map(Number) as Bit[], target);
    if (rows > best.rows) best = { rows, example };
  }
  return best;
}
