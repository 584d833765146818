import { plainWords } from '@/client/lesson/words/markup';
import type { WrittenLesson } from '@/lessons/written';
import type { Advice, ReportQuestion } from '@/protocol/report';

/** What a step is called; its id where this version does not know it. */
export function stepTitle(lesson: WrittenLesson | null, stepId: string): string {
  return lesson?.steps.find(({ id }) => id === stepId)?.text.title ?? stepId;
}

/** A question with its choices in the lesson's words. */
export function questionOf(
  lesson: WrittenLesson | null,
  { stepId, kind }: Pick<ReportQuestion, 'stepId' | 'kind'>,
): { question: string; choices: readonly string[] } {
  const step = lesson?.steps.find(({ id }) => id === stepId);
  const asked = kind === 'check' ? step?.check : step?.prediction;
  return { question: plainWords(asked?.question ?? stepId), choices: asked?.choices ?? [] };
}

/** The lesson's own words in a piece of advice; empty where it has none. */
export interface AdviceWords {
  step: string;
  question: string;
  chosen: string;
  right: string;
}

/** Those of one lesson. For the server too, which has all lessons. */
export function adviceWords(lesson: WrittenLesson | null, advice: Advice): AdviceWords {
  const none = { step: '', question: '', chosen: '', right: '' };
  if (advice.kind === 'stuck' || advice.kind === 'not-reached')
    return { ...none, step: stepTitle(lesson, advice.stepId) };
  if (advice.kind !== 'question') return none;
  const { question, choices } = questionOf(lesson, advice.question);
  const said = (choice: number | null) => (choice === null ? '' : plainWords(choices[choice] ?? ''));
  return { ...none, question, chosen: said(advice.choice), right: said(advice.question.right) };
}
