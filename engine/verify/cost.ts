import { DATASETS } from '@/protocol/datasets';
import type { Architecture, Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/** What every check takes besides the pictures themselves, in operations: building the network, reading the answers. */
const OVERHEAD = 1e9;

/** Arithmetic operations that scoring a network on the hidden pictures takes: known before anything of it has arrived. */
export function scoringOperations(architecture: Architecture): number {
  return OVERHEAD + 2 * DATASETS[architecture.dataset].hidden.half * operationsPerPicture(architecture);
}

/**
 * Arithmetic operations that training it up to a step takes: a step costs three times as much as asking, once forward and twice back. An upper bound:
 * the kernels pass over a picture's paper.
 */
export function repetitionOperations(experiment: Experiment, step: number): number {
  return 3 * step * experiment.batchSize * operationsPerPicture(experiment);
}

function operationsPerPicture(architecture: Architecture): number {
  let { side } = DATASETS[architecture.dataset];
  let perPicture = 0;
  for (const { kind, weights } of weightLayers(architecture)) {
    // One multiplication and one addition a weight; a convolution does them at every place of its map.
    perPicture += 2 * weights * (kind === 'convolution' ? side * side : 1);
    if (kind === 'convolution') side = Math.floor(side / 2);
  }
  return perPicture;
}
