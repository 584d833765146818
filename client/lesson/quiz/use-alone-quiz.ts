'use client';

import { useMemo } from 'react';
import { useStored } from '@/client/live/use-stored';
import { NO_QUIZ, quizShape, withAnswers } from './kept-quiz';
import type { Quiz } from './quiz';

/**
 * A visitor's own answers to the questions before and after a lesson, kept in this browser.
 * @param seed the visitor's; null until it is known
 */
export function useAloneQuiz(lessonId: string, seed: number | null): Quiz {
  const [own, keep] = useStored(seed === null ? null : `quiz:${seed}:${lessonId}`, NO_QUIZ, quizShape);
  return useMemo(
    () => ({
      own,
      async answer(when, choices) {
        keep(withAnswers(own, when, choices));
        return { ok: true };
      },
    }),
    [own, keep],
  );
}
