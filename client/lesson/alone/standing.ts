import type { ChallengeResult, ChallengeScored } from '@/protocol/challenge';

/** The best result of each part, by part. */
export type BestParts = Readonly<Record<string, ChallengeResult>>;

/** With one more result: the better one of its part stays. */
export function withResult(best: BestParts, result: ChallengeResult): BestParts {
  const before = best[result.part];
  return before && before.value >= result.value ? best : { ...best, [result.part]: result };
}

/**
 * What a student hears of a result: where the whole challenge stands, parts not yet answered counting 0.
 * @param parts the parts that were dealt
 */
export function scoredOf(
  best: BestParts,
  result: ChallengeResult,
  parts: readonly string[],
): ChallengeScored {
  const sum = parts.reduce((total, part) => total + (best[part]?.value ?? 0), 0);
  return {
    ...result,
    total: parts.length === 0 ? 0 : sum / parts.length,
    reachedParts: parts.filter((part) => best[part]?.reached === true),
  };
}

/** Reads the best parts that a browser kept; null where they are none. */
export function readBest(kept: unknown): BestParts | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const read: Record<string, ChallengeResult> = {};
  for (const [part, entry] of Object.entries(kept).slice(0, 50)) {
    const result = entry as Partial<ChallengeResult> | null;
    const { value, reached, shown } = result ?? {};
    if (typeof value !== 'number' || !(value >= 0 && value <= 1) || typeof reached !== 'boolean') continue;
    if (!shown || !['share', 'count', 'steps'].includes(shown.kind) || !Number.isFinite(shown.amount))
      continue;
    const of = typeof shown.of === 'number' && Number.isFinite(shown.of) ? shown.of : null;
    read[part] = { part, value, reached, shown: { kind: shown.kind, amount: shown.amount, of } };
  }
  return read;
}
