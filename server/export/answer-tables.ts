import { quizAnswers } from '@/classroom/quiz';
import { stepsOf } from '@/classroom/steps';
import { castBallots } from '@/classroom/vote-result';
import { type ExportSource, studentName } from './export-source';

const at = (time: number): string => new Date(time).toISOString();

/** Ballots, one a student and round of a vote. */
export function* votes(source: ExportSource) {
  const order = stepsOf(source.state).map(({ id }) => id);
  for (const { vote, round, studentId, choice, right, castAt } of castBallots(source.state))
    yield {
      vote_id: vote.id,
      step: order.indexOf(vote.stepId) + 1 || null,
      step_id: vote.stepId,
      question: vote.question,
      opened_at: at(vote.openedAt),
      round,
      student_id: studentId,
      student: studentName(source, studentId),
      choice,
      right,
      cast_at: at(castAt),
    };
}

export const VOTE_COLUMNS = [
  'vote_id',
  'step',
  'step_id',
  'question',
  'opened_at',
  'round',
  'student_id',
  'student',
  'choice',
  'right',
  'cast_at',
] as const;

/** Answers to the questions before and after the lesson, one a student and question. */
export function* quiz(source: ExportSource) {
  for (const { when, item, studentId, choice, right, answeredAt } of quizAnswers(source.state))
    yield {
      student_id: studentId,
      student: studentName(source, studentId),
      when,
      question: item + 1,
      choice,
      right,
      answered_at: at(answeredAt),
    };
}

export const QUIZ_COLUMNS = [
  'student_id',
  'student',
  'when',
  'question',
  'choice',
  'right',
  'answered_at',
] as const;
