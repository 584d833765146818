/** Guesses and outcomes of a lesson, by step. */
export type KeptPredictions = Readonly<
  Record<string, { readonly guess: number | null; readonly outcome: number | null }>
>;

function isChoice(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 20;
}

/** Reads what a browser kept, leaving out whatever is no prediction; null where it is no record. */
export function readPredictions(kept: unknown): KeptPredictions | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const read: Record<string, { guess: number | null; outcome: number | null }> = {};
  for (const [stepId, entry] of Object.entries(kept).slice(0, 100)) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { guess, outcome } = entry as { guess?: unknown; outcome?: unknown };
    read[stepId] = { guess: isChoice(guess) ? guess : null, outcome: isChoice(outcome) ? outcome : null };
  }
  return read;
}

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
