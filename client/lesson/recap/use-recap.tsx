'use client';

import { useMemo, useRef } from 'react';
import type { BenchPlace, RecapParts } from '@/client/benches/frame/bench-place';
import { isSettled } from '@/client/lesson/checks/kept-checks';
import type { KeptGoals } from '@/client/lesson/goals/use-goal-book';
import type { Quiz } from '@/client/lesson/quiz/quiz';
import { QuizCard } from '@/client/lesson/quiz/quiz-card';
import type { WrittenLesson, WrittenStep } from '@/lessons/written';
import type { CheckAnswers } from '@/protocol/done';
import { OwnWork } from './own-work';
import { useWorked } from './use-worked';

/**
 * What the end of a lesson shows, where the step is its end.
 * @param go goes to a step that can be chosen; null: to none
 */
export function useRecap(
  lesson: WrittenLesson,
  step: WrittenStep,
  place: BenchPlace | null,
  quiz: Quiz | null,
  answers: CheckAnswers | null,
  goals: KeptGoals,
  go: { to(index: number): void; reach: number } | null,
): RecapParts | undefined {
  const right = step.check?.right;
  const used = answers !== null && right !== undefined && isSettled(answers, right);
  const at = step.bench === 'recap' ? lesson.steps.findIndex(({ id }) => id === step.options.of) : -1;
  const shown = lesson.steps[at];
  const worked = useWorked(shown?.id ?? null, place, goals);
  // The very same from one drawing to the next would be the surroundings' burden.
  const newest = useRef(go);
  newest.current = go;
  const canGo = go !== null && at <= go.reach;
  return useMemo(() => {
    if (step.bench !== 'recap' || place === null) return undefined;
    return {
      question: lesson.text.question,
      work: shown
        ? {
            title: shown.text.title,
            bench: worked ? <OwnWork step={shown} place={place} /> : null,
            go: canGo ? () => newest.current?.to(at) : null,
          }
        : null,
      quiz: quiz && <QuizCard lesson={lesson} quiz={quiz} when="after" />,
      used,
      next: lesson.next,
    };
  }, [lesson, step, place, quiz, used, shown, worked, canGo, at]);
}
