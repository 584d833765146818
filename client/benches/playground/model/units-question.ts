import type { BenchOptions } from '@/lessons/bench';

/** What a step's prediction asks: with how many hidden units a test accuracy first stays reached. */
export type UnitsQuestion = NonNullable<BenchOptions['playground']['unitsFor']>;

/** How the training stands, as far as the question goes. */
export interface UnitsStanding {
  /** Units of each hidden layer of the network that is trained. */
  hidden: readonly number[];
  training: boolean;
  step: number;
  testAccuracy: number | null;
}

/** For how long the accuracy has been there without a look at which it was not. */
export interface Streak {
  from: number;
  to: number;
  looks: number;
}

/** Fewer looks could all have met one of the moments at which a restless accuracy peaks. */
const LEAST_LOOKS = 5;

/** The streak after one more look; null where it is broken. One look a step: the same step twice says nothing new. */
export function streakAfter(
  streak: Streak | null,
  { testAccuracy: wanted }: UnitsQuestion,
  { training, step, testAccuracy }: UnitsStanding,
): Streak | null {
  if (!training || testAccuracy === null || testAccuracy < wanted) return null;
  if (streak === null || step < streak.to) return { from: step, to: step, looks: 1 };
  return step === streak.to ? streak : { ...streak, to: step, looks: streak.looks + 1 };
}

/** The choice that has come true, or null while nothing has: the accuracy is not there, or not for long enough. */
export function unitsOutcome(
  question: UnitsQuestion,
  hidden: readonly number[],
  streak: Streak | null,
): number | null {
  if (streak === null || streak.looks < LEAST_LOOKS || streak.to - streak.from < question.steps) return null;
  const units = hidden.reduce((sum, count) => sum + count, 0);
  // The last choice stands for its number and all above.
  const choice = question.choices.findLastIndex((least) => units >= least);
  return choice === -1 ? null : choice;
}
