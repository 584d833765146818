import type { DatasetId } from '@/protocol/datasets';
import type { TrainedLesson } from './initial-snapshot';

/** A lesson on the pictures of another data set: each has its own run, settings and attempts in this browser. */
export function onPictures({ id, experiment }: TrainedLesson, dataset: DatasetId): TrainedLesson {
  if (!experiment || dataset === experiment.dataset) return { id, experiment };
  return { id: `${id}-${dataset}`, experiment: { ...experiment, dataset } };
}
