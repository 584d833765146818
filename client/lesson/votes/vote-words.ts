import { plainWords } from '@/client/lesson/words/markup';
import type { WrittenLesson } from '@/lessons/written';
import type { VoteQuestion } from '@/protocol/vote';

/** What is voted on, in the lesson's words. */
export interface VoteWords {
  /** Title of the step. */
  step: string;
  /** With its marks. */
  question: string;
  /** In plain words. */
  choices: readonly string[];
  /** Of a check one a choice; none of a prediction. */
  reasons: readonly string[];
}

/** The words of a vote; null where this version does not know what it is about. */
export function voteWords(
  lesson: WrittenLesson | null,
  { stepId, question }: { stepId: string; question: VoteQuestion },
): VoteWords | null {
  const step = lesson?.steps.find(({ id }) => id === stepId);
  const asked = step?.[question];
  if (!step || !asked) return null;
  return {
    step: step.text.title,
    question: asked.question,
    choices: asked.choices.map(plainWords),
    reasons: question === 'check' ? (step.check?.reasons ?? []) : [],
  };
}
