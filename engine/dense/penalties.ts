import type { LayerSpan } from './shape';

/**
 * Regularisation: large weights cost extra, biases do not. Added to the loss:
 *   L1: l1 · Σ |w|   slope l1 · sign(w), 0 at 0: pulls weights to exactly nothing
 *   L2: l2 · Σ w²    slope 2 · l2 · w: keeps all weights small
 */
export interface Penalties {
  l1: number;
  l2: number;
}

/** What the penalties add to the loss. */
export function penaltyOf({ l1, l2 }: Penalties, weights: Float64Array, spans: readonly LayerSpan[]): number {
  let sum = 0;
  for (const { weightsAt, biasesAt } of spans) {
    for (let i = weightsAt; i < biasesAt; i++)
      sum += l1 * Math.abs(weights[i]!) + l2 * weights[i]! * weights[i]!;
  }
  return sum;
}

/** Adds the penalties' slopes to a gradient. */
export function addPenaltySlopes(
  { l1, l2 }: Penalties,
  weights: Float64Array,
  gradient: Float64Array,
  spans: readonly LayerSpan[],
): void {
  if (l1 === 0 && l2 === 0) return;
  for (const { weightsAt, biasesAt } of spans) {
    for (let i = weightsAt; i < biasesAt; i++) {
      const w = weights[i]!;
      gradient[i]! += l1 * Math.sign(w) + 2 * l2 * w;
    }
  }
}
