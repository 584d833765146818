import { integer, listOf, made, nullOr, object, type Shape } from '@/base/shape';
import type { OwnQuiz, QuizChoices } from '@/protocol/quiz';
import { QUIZ_ITEMS, type QuizTime } from '@/protocol/quiz-times';

/** Nothing answered yet. */
export const NO_QUIZ: OwnQuiz = { before: null, after: null };

const choices: Shape<QuizChoices> = made(
  listOf(nullOr(integer(0, 19)), QUIZ_ITEMS),
  ([first = null, second = null]): QuizChoices => [first, second],
);

/** The answers that a browser kept. */
export const quizShape: Shape<OwnQuiz> = object({ before: nullOr(choices), after: nullOr(choices) });

/** With answers given: one that is there stays what it was. */
export function withAnswers(own: OwnQuiz, when: QuizTime, given: QuizChoices): OwnQuiz {
  const before = own[when];
  return { ...own, [when]: [before?.[0] ?? given[0], before?.[1] ?? given[1]] };
}
