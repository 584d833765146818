import type { OwnQuiz, QuizChoices } from '@/protocol/quiz';
import type { QuizTime } from '@/protocol/quiz-times';
import type { Answer } from '@/protocol/refusals';

/** The questions before and after a lesson, as one student has answered them: kept in this browser alone, or sent to the class. */
export interface Quiz {
  own: OwnQuiz;
  answer(when: QuizTime, choices: QuizChoices): Promise<Answer>;
}
