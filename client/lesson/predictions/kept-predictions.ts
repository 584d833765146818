import { integer, object, or, recordOf, type Shape } from '@/base/shape';

/** Guesses and outcomes of a lesson, by step. */
export type KeptPredictions = Readonly<
  Record<string, { readonly guess: number | null; readonly outcome: number | null }>
>;

const choice = or(integer(0, 19), null);

/** What a browser kept, without whatever is no prediction. */
export const predictionsShape: Shape<KeptPredictions> = recordOf(
  object({ guess: choice, outcome: choice }),
  100,
);

/** With a step's guess committed; a guess stands once it is made. */
export function withGuess(kept: KeptPredictions, stepId: string, guess: number): KeptPredictions {
  const before = kept[stepId];
  if (typeof before?.guess === 'number') return kept;
  return { ...kept, [stepId]: { guess, outcome: null } };
}

/** With a step's outcome; only after a guess, and the first outcome stays. */
export function withOutcome(kept: KeptPredictions, stepId: string, outcome: number): KeptPredictions {
  const before = kept[stepId];
  if (typeof before?.guess !== 'number' || before.outcome !== null) return kept;
  return { ...kept, [stepId]: { guess: before.guess, outcome } };
}
