import { flag, made, nullOr, number, object, oneOf, or, recordOf, type Shape } from '@/base/shape';
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

const resultShape = object({
  value: number(0, 1),
  reached: flag,
  shown: object({
    kind: oneOf(['share', 'count', 'steps']),
    amount: number(),
    of: or(nullOr(number()), null),
  }),
});

/** The best parts that a browser kept. */
export const bestShape: Shape<BestParts> = made(recordOf(resultShape, 50), (results) =>
  Object.fromEntries(Object.entries(results).map(([part, result]) => [part, { part, ...result }])),
);
