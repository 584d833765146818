import { sigmoid } from '@/engine/dense/activations';
import { LOSS_RULES } from '@/engine/dense/losses';

/** One loss at one output. */
interface LossThere {
  loss: number;
  /** ∂L/∂y: how fast the loss changes with the output. */
  byOutput: number;
  /** ∂L/∂z: with the sum before the sigmoid. This is what reaches the weights. */
  bySum: number;
}

export interface Comparison {
  y: number;
  squared: LossThere;
  cross: LossThere;
  /** How many times as hard cross-entropy pushes: 1 / (2 y (1 − y)), never below 2. */
  times: number;
}

/** The sums that can be chosen: beyond, the sigmoid is as good as 0 or 1. */
export const MOST_SUM = 7;

/** Both losses of one sigmoid unit at the sum z, when t is wanted. */
export function compareLosses(z: number, t: 0 | 1): Comparison {
  const y = sigmoid(z);
  const sigmoidSlope = y * (1 - y);
  const squared = LOSS_RULES['squared-error'];
  const cross = LOSS_RULES['binary-cross-entropy'];
  return {
    y,
    squared: {
      loss: squared.of(y, t),
      byOutput: squared.slope(y, t),
      bySum: squared.slope(y, t) * sigmoidSlope,
    },
    // (y − t) / (y (1 − y)) · y (1 − y) = y − t
    cross: { loss: cross.of(y, t), byOutput: cross.slope(y, t), bySum: y - t },
    times: 1 / (2 * sigmoidSlope),
  };
}

/** The sum that gives an output, held to the sums that can be chosen. */
export function sumOf(y: number): number {
  if (y <= 0) return -MOST_SUM;
  if (y >= 1) return MOST_SUM;
  return Math.min(MOST_SUM, Math.max(-MOST_SUM, Math.log(y / (1 - y))));
}

/** How a comparison is best put into words. */
export type Situation = 'right' | 'unsure' | 'wrong' | 'stuck';

/** Badly wrong and saturated is `stuck`: squared error hardly pushes there. */
export function situationOf(y: number, t: 0 | 1): Situation {
  const error = Math.abs(y - t);
  if (error < 0.15) return 'right';
  if (error < 0.6) return 'unsure';
  return error < 0.95 ? 'wrong' : 'stuck';
}
