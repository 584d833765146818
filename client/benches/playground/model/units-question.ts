import type { BenchOptions } from '@/lessons/bench';

/** What a step's prediction asks: with how many hidden units a test accuracy is first reached. */
export type UnitsQuestion = NonNullable<BenchOptions['playground']['unitsFor']>;

/** How the training stands, as far as the question goes. */
export interface UnitsStanding {
  /** Units of each hidden layer of the network that is trained. */
  hidden: readonly number[];
  training: boolean;
  testAccuracy: number | null;
}

/** The choice that has come true, or null while nothing has: no training is under way, or it is not there yet. */
export function unitsOutcome(question: UnitsQuestion, { hidden, training, testAccuracy }: UnitsStanding) {
  if (!training || testAccuracy === null || testAccuracy < question.testAccuracy) return null;
  const units = hidden.reduce((sum, count) => sum + count, 0);
  // The last choice stands for its number and all above.
  const choice = question.choices.findLastIndex((least) => units >= least);
  return choice === -1 ? null : choice;
}
