import type { Architecture } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/**
 * Weights whose slope is exactly 0 in a batch, because the pixel that they multiply is 0 in each of its pictures: ∂L/∂w is a
 * sum of δ · x over the pictures, and every x is 0. A filter is slid over all pixels and has no such weight.
 * @param pictures all of the batch, row by row
 */
export function stillWeights(architecture: Architecture, pictures: readonly Uint8Array[]): number {
  const [first] = weightLayers(architecture);
  if (first?.kind !== 'dense' || pictures.length === 0) return 0;
  let blank = 0;
  for (let pixel = 0; pixel < first.inputs; pixel++) {
    if (pictures.every((picture) => picture[pixel] === 0)) blank += 1;
  }
  return blank * first.units;
}
