import type { Architecture } from '@/protocol/experiment';
import { weightShapes } from '@/protocol/weight-shapes';

/** One array a shape of weightShapes, as views into `flat` (no copy). @throws RangeError on a wrong length */
export function splitWeights(architecture: Architecture, flat: Float32Array): Float32Array[] {
  let from = 0;
  const parts = weightShapes(architecture).map((shape) => {
    const size = shape.reduce((product, n) => product * n, 1);
    from += size;
    return flat.subarray(from - size, from);
  });
  if (from !== flat.length) throw new RangeError(`${flat.length} weights where ${from} are needed`);
  return parts;
}

/** All arrays in one, one after another; the inverse of splitWeights. */
export function joinWeights(parts: readonly ArrayLike<number>[]): Float32Array {
  const flat = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    flat.set(part, at);
    at += part.length;
  }
  return flat;
}
