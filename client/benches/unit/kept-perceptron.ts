import type { Perceptron } from '@/engine/perceptron/perceptron';

/** Whether something kept in the browser is still a usable number within the bench's range. */
function isBounded(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}

/** A perceptron with as many inputs from what was kept, or null. */
export function acceptPerceptron(kept: unknown, inputs: number, most = 100): Perceptron | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { weights, threshold } = kept as Partial<Perceptron>;
  if (!Array.isArray(weights) || weights.length !== inputs) return null;
  if (!weights.every((weight) => isBounded(weight, most)) || !isBounded(threshold, most)) return null;
  return { weights: [...weights], threshold };
}
