import { epochOrder } from '@/engine/training/batch-order';
import { batchOf } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

type Size = Pick<Experiment, 'dataset' | 'examples' | 'batchSize' | 'epochs' | 'seed'>;

let known: { key: string; order: Uint32Array } | null = null;

/** The order of an epoch; the last one asked for is kept, since it is asked for again and again. */
function orderOfEpoch(experiment: Size, epoch: number): Uint32Array {
  const key = `${experiment.dataset} ${experiment.seed} ${experiment.examples} ${epoch}`;
  if (known?.key !== key)
    known = { key, order: epochOrder(experiment, epoch, DATASETS[experiment.dataset].trainBlocks) };
  return known.order;
}

/**
 * Which training pictures a step feeds in, by their numbers: the same ones that the trainer takes.
 * @param step from 0
 */
export function batchPictures(experiment: Size, step: number): number[] {
  const { epoch, from, to } = batchOf(experiment, step);
  return [...orderOfEpoch(experiment, epoch).subarray(from, to)];
}
