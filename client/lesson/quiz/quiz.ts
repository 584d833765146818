import type { OwnQuiz, QuizChoices, QuizTime } from '@/protocol/quiz';
import type { Answer } from '@/protocol/refusals';

/** The questions before and after a lesson, as one student has answered them: kept in this browser alone, or sent to the class. */
export interface Quiz {
  own: OwnQuiz;
  answer(when: QuizTime, choices: QuizChoices): Promise<Answer>;
}
