import { integer, object, recordOf, type Shape } from '@/base/shape';
import type { CheckAnswers } from '@/protocol/done';

/** What was answered to the checks of a lesson, by step. */
export type KeptChecks = Readonly<Record<string, CheckAnswers>>;

const choice = integer(0, 9);

/** What a browser kept, without whatever is no answer. */
export const checksShape: Shape<KeptChecks> = recordOf(object({ first: choice, last: choice }), 100);

/**
 * With one more answer to a step's check. The first stays what it was; a second one, after the reason, stands as well; there is no third.
 * @param right index of the right choice: who has it is done
 */
export function withAnswer(kept: KeptChecks, stepId: string, choice: number, right: number): KeptChecks {
  const before = kept[stepId];
  if (before && (before.first === choice || isSettled(before, right))) return kept;
  return { ...kept, [stepId]: { first: before?.first ?? choice, last: choice } };
}

/** Whether no more is answered: right, or wrong twice. */
export function isSettled({ first, last }: CheckAnswers, right: number): boolean {
  return last === right || first !== last;
}
