'use client';

import { useMemo } from 'react';
import type { StudentSession } from '@/client/live/class-session';
import type { OwnQuiz } from '@/protocol/quiz';
import type { Quiz } from './quiz';

/** A student's answers to the questions before and after the lesson, handed in to the class; null: it is asked none. */
export function useClassQuiz(session: Pick<StudentSession, 'command'>, own: OwnQuiz | null): Quiz | null {
  return useMemo(
    () =>
      own && {
        own,
        answer: (when, choices) => session.command({ type: 'quiz:answer', when, choices }),
      },
    [session, own],
  );
}
