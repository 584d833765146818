import { splitWeights } from '@/engine/network/flat-weights';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/** Pixels of a picture that become one number, along each side. */
const POOL = 2;
const MOST = 127;

/**
 * What units of the first hidden layer look for, as small pictures: their weights to the pixels, the mean of each 2 × 2.
 * @param units which, by their places
 * @returns units × (side / 2)², row by row
 */
export function unitPictures(
  architecture: Architecture,
  weights: Float32Array,
  units: ArrayLike<number>,
): Float32Array {
  const { side } = DATASETS[architecture.dataset];
  const half = side / POOL;
  const into = splitWeights(architecture, weights)[0]!;
  const { units: count } = weightLayers(architecture)[0]!;
  const pictures = new Float32Array(units.length * half * half);
  for (let at = 0; at < units.length; at++)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        pictures[(at * half + Math.floor(y / POOL)) * half + Math.floor(x / POOL)]! +=
          into[(y * side + x) * count + units[at]!]! / POOL ** 2;
  return pictures;
}

/**
 * Pictures as whole numbers from −127 to 127, each by the largest of the one that stands at the same place in `scale`.
 * @param scale as many pictures of as many numbers
 */
export function inBytes(pictures: Float32Array, scale: Float32Array, count: number): Int8Array {
  const size = pictures.length / Math.max(1, count);
  const bytes = new Int8Array(pictures.length);
  for (let at = 0; at < count; at++) {
    const largest = scale
      .subarray(at * size, (at + 1) * size)
      .reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    for (let i = at * size; i < (at + 1) * size; i++)
      bytes[i] = Math.max(-MOST, Math.min(MOST, Math.round((MOST * pictures[i]!) / (largest || 1))));
  }
  return bytes;
}
