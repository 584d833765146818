import { z } from 'zod';
import { LIMITS } from './limits';
import { QUIZ_TIMES, type QuizTime } from './quiz-times';

const answer = z
  .int()
  .min(0)
  .max(LIMITS.predictionChoices - 1)
  .nullable();

/** A student's answers, one a question; null: left open. */
export const quizFields = { when: z.enum(QUIZ_TIMES), choices: z.tuple([answer, answer]) };
export type QuizChoices = z.infer<typeof quizFields.choices>;

/** What a student has answered; null: nothing yet. */
export type OwnQuiz = Readonly<Record<QuizTime, QuizChoices | null>>;

/** How many students have answered each time. */
export type QuizCounts = Readonly<Record<QuizTime, number>>;

/** What a class has gained between the questions before a lesson and those after it. */
export interface ClassGain {
  /** Students who answered all questions both times. */
  both: number;
  /** Null: too few of them to say anything. */
  shares: {
    /** Mean shares of right answers. */
    before: number;
    after: number;
    /** Normalised gain (after − before) / (1 − before); null: everybody had all right before. */
    gain: number | null;
    /** Of the gain, 95%; null: too few to say. */
    interval: readonly [from: number, to: number] | null;
  } | null;
}
