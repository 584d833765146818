import { findLesson } from '@/lessons/registry';
import type { DatasetId } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { ClassState } from './state';

/** The data set that a class trains on; null in a lesson that trains no pictures. */
export function datasetOf({ lessonId, dataset }: Pick<ClassState, 'lessonId' | 'dataset'>): DatasetId | null {
  const own = findLesson(lessonId)?.experiment?.dataset ?? null;
  return own && (dataset ?? own);
}

/** Whether a run of this experiment is one of the class's: on other pictures it would be scored by others' measure. */
export function isOnClassPictures(
  state: Pick<ClassState, 'lessonId' | 'dataset'>,
  experiment: Pick<Experiment, 'dataset'>,
): boolean {
  const dataset = datasetOf(state);
  return dataset === null || experiment.dataset === dataset;
}
