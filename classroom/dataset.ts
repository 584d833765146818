import { trainsPoints } from '@/lessons/benches';
import { findLesson } from '@/lessons/registry';
import type { DatasetId } from '@/protocol/datasets';
import type { RunExperiment } from '@/protocol/experiment';
import { isOnPoints } from '@/protocol/run-kind';
import type { ClassState } from './state';

/** The data set that a class trains on; null in a lesson that trains no pictures. */
export function datasetOf({ lessonId, dataset }: Pick<ClassState, 'lessonId' | 'dataset'>): DatasetId | null {
  const own = findLesson(lessonId)?.experiment?.dataset ?? null;
  return own && (dataset ?? own);
}

/** Whether a run of this experiment is one of the class's: on other pictures it would be scored by others' measure. */
export function isOfClass(
  state: Pick<ClassState, 'lessonId' | 'dataset'>,
  experiment: RunExperiment,
): boolean {
  if (isOnPoints(experiment)) {
    const lesson = findLesson(state.lessonId);
    return lesson !== null && trainsPoints(lesson);
  }
  const dataset = datasetOf(state);
  return dataset === null || experiment.dataset === dataset;
}
