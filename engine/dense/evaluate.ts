import type { DenseNetwork } from './dense-network';
import type { DenseExamples } from './dense-training';
import { exampleLoss, type LossId } from './losses';

/** How a network does on some examples. */
export interface DenseEvaluation {
  /** Mean over the examples, penalties left out; 0 of none. */
  loss: number;
  /** Share of right answers; null for regression. */
  accuracy: number | null;
  /** Counts: row = class, column = answer; null for regression. */
  confusion: number[][] | null;
}

/** Examples at a time: larger gains nothing, and the network's arrays stay small. */
const CHUNK = 256;

/**
 * Which class an output means. One output: class 1 at or above 0.5 (of a sigmoid), else 0. Several: the largest.
 * @param y outputs, at [from, from + units)
 */
export function answeredClass(y: ArrayLike<number>, from: number, units: number): number {
  if (units === 1) return y[from]! >= 0.5 ? 1 : 0;
  let best = 0;
  for (let k = 1; k < units; k++) if (y[from + k]! > y[from + best]!) best = k;
  return best;
}

/**
 * Loss and, for classification, accuracy and confusion.
 * @param classes 0 for regression
 */
export function evaluateDense(
  network: DenseNetwork,
  examples: DenseExamples,
  loss: LossId,
  classes: number,
): DenseEvaluation {
  const units = network.outputs;
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const last = network.spans.length - 1;
  let sum = 0;
  let right = 0;
  for (let from = 0; from < examples.count; from += CHUNK) {
    const count = Math.min(CHUNK, examples.count - from);
    const y = network.forwardRange(examples.inputs, from, count);
    const z = network.sumsOf(last);
    for (let e = 0; e < count; e++) {
      sum += exampleLoss(loss, z, y, e * units, units, examples.targets, (from + e) * units);
      if (classes === 0) continue;
      const wanted = answeredClass(examples.targets, (from + e) * units, units);
      const answer = answeredClass(y, e * units, units);
      confusion[wanted]![answer]!++;
      if (answer === wanted) right++;
    }
  }
  const mean = examples.count === 0 ? 0 : sum / examples.count;
  if (classes === 0) return { loss: mean, accuracy: null, confusion: null };
  return { loss: mean, accuracy: examples.count === 0 ? 0 : right / examples.count, confusion };
}
