'use client';

import { useLessonWords } from '@/client/lesson/given-lesson';

/** What a goal of the class's lesson is called; null: there is none, or the page has not got the lesson. */
export function useGoalLabel(at: { stepId: string; goalId: string } | null): string | null {
  const lesson = useLessonWords();
  const step = at && lesson?.steps.find(({ id }) => id === at.stepId);
  return step?.goals.find(({ id }) => id === at!.goalId)?.label ?? null;
}
