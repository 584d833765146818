import type { LossId } from '@/engine/dense/losses';

/** Examples of each label. */
export function labelCountsOf(labels: ArrayLike<number>, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; classes > 0 && i < labels.length; i++) counts[labels[i]!]!++;
  return counts;
}

/**
 * The loss of somebody who knows nothing of an example: cross-entropy ln K for K labels; squared error of probabilities 1/K; where a value
 * is wanted, its variance.
 * @param classes 0 where a value is wanted
 */
export function chanceLossOf(
  { classes, labels }: { classes: number; labels: ArrayLike<number> },
  loss: LossId,
): number {
  if (classes === 0) return varianceOf(labels);
  if (loss !== 'squared-error') return Math.log(classes);
  // One output that says 1/2, or K that say 1/K: (1 − 1/K)² + (K − 1)/K².
  return classes === 2 ? 0.25 : 1 - 1 / classes;
}

function varianceOf(values: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! ** 2;
  }
  const mean = sum / values.length;
  return squares / values.length - mean * mean;
}
