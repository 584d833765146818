import { describe, expect, test } from 'vitest';
import { bestShape, scoredOf, withResult } from '@/client/lesson/alone/standing';
import type { ChallengeResult } from '@/protocol/challenge';

function result(part: string, value: number, reached = value === 1): ChallengeResult {
  return { part, value, reached, shown: { kind: 'share', amount: value, of: null } };
}

describe('standing alone', () => {
  test('keeps the best of each part', () => {
    let best = withResult({}, result('and', 0.75));
    best = withResult(best, result('and', 0.5));
    expect(best.and?.value).toBe(0.75);
    best = withResult(best, result('and', 1));
    expect(best.and?.value).toBe(1);
  });
  test('is the mean over all parts that were dealt, those not answered at 0', () => {
    const best = withResult(withResult({}, result('and', 1)), result('or', 0.5));
    const last = result('or', 0.25);
    expect(scoredOf(best, last, ['and', 'or', 'not'])).toEqual({
      ...last,
      total: 0.5,
      reachedParts: ['and'],
    });
    expect(scoredOf({}, last, []).total).toBe(0);
  });
  test('reads what a browser kept and believes no value that cannot be', () => {
    expect(
      bestShape({ and: result('and', 1), or: result('or', 7), not: { value: 0.5 }, x: null, y: 'text' }),
    ).toEqual({ and: result('and', 1) });
    expect(bestShape([])).toBeUndefined();
    expect(bestShape(null)).toBeUndefined();
  });
});
