import { findLesson } from '@/lessons/registry';
import type { DatasetId } from '@/protocol/datasets';
import type { ClassState } from './state';

/** The data set that a class trains on; null in a lesson that trains no pictures. */
export function datasetOf(state: Pick<ClassState, 'lessonId'>): DatasetId | null {
  return findLesson(state.lessonId)?.experiment?.dataset ?? null;
}
