import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/**
 * Multiplications and additions of one step as a textbook counts them, none skipped because a factor is 0: each layer's product forward, that of its gradient and, but for the first, that of the slopes
 * which it sends back are as large as each other.
 */
export function stepOperations(experiment: Experiment): number {
  let { side }: { side: number } = DATASETS[experiment.dataset];
  return weightLayers(experiment).reduce((sum, { kind, weights }, i) => {
    const places = kind === 'convolution' ? side * side : 1;
    side = Math.floor(side / 2);
    return sum + (i === 0 ? 2 : 3) * 2 * weights * places * experiment.batchSize;
  }, 0);
}
