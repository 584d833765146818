import type { Decision } from './decision';
import { answerKey, keep } from './kept';
import type { ClassState } from './state';

/** Keeps what a student says to something that the class was asked, in the place of what it said before. The same again changes nothing. */
export function keepAnswer(
  state: ClassState,
  studentId: string,
  { question, choice }: { question: string; choice: number },
  now: number,
): Decision {
  if (state.answers[answerKey(studentId, question)]?.choice === choice) return { ok: true, state };
  return { ok: true, state: keep(state, 'answers', { studentId, question, choice, answeredAt: now }) };
}
