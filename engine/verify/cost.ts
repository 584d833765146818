import { weightLayers } from '@/engine/network/weight-shapes';
import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';

/** What every check takes besides the pictures themselves, in operations: building the network, reading the answers. */
const OVERHEAD = 1e9;

/** Arithmetic operations that scoring a network on the hidden pictures takes: known before anything of it has arrived. */
export function scoringOperations(architecture: Architecture): number {
  const { hidden, ...pictures } = DATASETS[architecture.dataset];
  let { side } = pictures;
  let perPicture = 0;
  for (const { kind, weights } of weightLayers(architecture)) {
    // One multiplication and one addition a weight; a convolution does them at every place of its map.
    perPicture += 2 * weights * (kind === 'convolution' ? side * side : 1);
    if (kind === 'convolution') side = Math.floor(side / 2);
  }
  return OVERHEAD + 2 * hidden.half * perPicture;
}
