import { hasBoard } from '@/lessons/benches';
import { chosenSteps } from '@/lessons/chosen-steps';
import type { LessonStep } from '@/lessons/lesson';
import { findLesson } from '@/lessons/registry';
import type { ClassState } from './state';

/** What says which steps a class has. */
export type WithSteps = Pick<ClassState, 'lessonId' | 'steps'>;

/** The steps of a class, in its order: `stepIndex` counts in them. None of a lesson that this version does not know. */
export function stepsOf({ lessonId, steps }: WithSteps): readonly LessonStep[] {
  const lesson = findLesson(lessonId);
  return lesson === null ? [] : chosenSteps<LessonStep>(lesson.steps, steps);
}

/** Whether the steps that were chosen leave nothing that a board could rank. */
export function ranksNobody(state: WithSteps): boolean {
  const { experiment } = findLesson(state.lessonId) ?? { experiment: null };
  return state.steps !== null && !hasBoard({ steps: stepsOf(state), experiment });
}
