'use client';

import { useMemo } from 'react';
import { goalsKey, type KeptGoals, useGoalBook } from '@/client/lesson/goals/use-goal-book';
import { earlierKey, earlierShape, type LessonProgress, lessonProgress } from '@/client/lesson/progress';
import { useStored } from '@/client/live/use-stored';

const NONE: readonly string[] = [];

/** How far this browser has seen somebody come alone with a lesson, and the goals that it is made of. */
export function useProgress(lesson: {
  id: string;
  steps: Parameters<typeof lessonProgress>[0];
}): LessonProgress & { kept: KeptGoals } {
  const { id, steps } = lesson;
  const kept = useGoalBook(goalsKey({ lessonId: id }));
  const [earlier] = useStored(earlierKey(id), NONE, earlierShape);
  return useMemo(() => {
    const { of } = kept;
    return { ...lessonProgress(steps, of, (stepId) => of(stepId).left, earlier), kept };
  }, [steps, kept, earlier]);
}
