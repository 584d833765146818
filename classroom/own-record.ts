import { findLesson } from '@/lessons/registry';
import { QUIZ_ITEMS, QUIZ_TIMES, type QuizTime } from '@/protocol/quiz-times';
import { quizAnswers } from './quiz';
import type { ClassState } from './state';
import type { StepRecord } from './step-records';
import { stepsOf } from './steps';

/** How far a student came with one step. */
export interface OwnStepRecord {
  stepId: string;
  /** Goals that were met, and all; null: the step has none, or nobody counted them yet. */
  goals: { met: number; of: number } | null;
  done: boolean;
}

/** What a student answered to the questions before and after a lesson. */
export type OwnAnswers = Record<QuizTime, { right: number; of: number }>;

/**
 * The steps of a class at which a student was, in their order.
 * @param records of any of its students
 */
export function ownSteps(
  state: ClassState,
  records: readonly StepRecord[],
  studentId: string,
): OwnStepRecord[] {
  const own = new Map(
    records.filter((record) => record.studentId === studentId).map((record) => [record.stepId, record]),
  );
  return stepsOf(state).flatMap(({ id: stepId }) => {
    const record = own.get(stepId);
    if (!record) return [];
    const goals = record.items.find(({ what }) => what === 'goals');
    return [
      {
        ...{ stepId, done: record.doneAt !== null },
        goals: goals ? { met: goals.reached, of: goals.of } : null,
      },
    ];
  });
}

/** Right answers before and after the lesson, for the student; null: it is not over yet, or not all were given both times. */
export function ownAnswers(state: ClassState, studentId: string): OwnAnswers | null {
  if (state.phase !== 'ended' || !state.quiz || !findLesson(state.lessonId)) return null;
  const own = quizAnswers(state).filter((answer) => answer.studentId === studentId);
  const of = (when: QuizTime) => own.filter((answer) => answer.when === when);
  if (QUIZ_TIMES.some((when) => of(when).length < QUIZ_ITEMS)) return null;
  const rightOf = (when: QuizTime) => of(when).filter(({ right }) => right).length;
  return {
    before: { right: rightOf('before'), of: QUIZ_ITEMS },
    after: { right: rightOf('after'), of: QUIZ_ITEMS },
  };
}
