'use client';

import { useMemo } from 'react';
import type { BenchPlace, RecapParts } from '@/client/benches/frame/bench-place';
import { isSettled } from '@/client/lesson/checks/kept-checks';
import type { Quiz } from '@/client/lesson/quiz/quiz';
import { QuizCard } from '@/client/lesson/quiz/quiz-card';
import type { WrittenLesson, WrittenStep } from '@/lessons/written';
import type { CheckAnswers } from '@/protocol/done';
import { OwnWork } from './own-work';

/** What the end of a lesson shows, where the step is its end. */
export function useRecap(
  lesson: WrittenLesson,
  step: WrittenStep,
  place: BenchPlace | null,
  quiz: Quiz | null,
  answers: CheckAnswers | null,
): RecapParts | undefined {
  const right = step.check?.right;
  const used = answers !== null && right !== undefined && isSettled(answers, right);
  return useMemo(() => {
    if (step.bench !== 'recap' || place === null) return undefined;
    const shown = lesson.steps.find(({ id }) => id === step.options.of);
    return {
      question: lesson.text.question,
      work: shown ? <OwnWork step={shown} place={place} /> : null,
      workTitle: shown?.text.title ?? '',
      quiz: quiz && <QuizCard lesson={lesson} quiz={quiz} when="after" />,
      used,
      next: lesson.next,
    };
  }, [lesson, step, place, quiz, used]);
}
