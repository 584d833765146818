import { describe, expect, test } from 'vitest';
import { isFew, shareDigits, wilsonInterval } from '@/base/wilson';

describe('Wilson’s interval', () => {
  test('has the bounds that solve its equation: at each, the share lies 1.96 standard deviations away', () => {
    for (const [right, of] of [
      [2, 2],
      [0, 3],
      [3, 10],
      [57, 60],
      [1768, 2000],
    ] as const) {
      const share = right / of;
      const { low, high } = wilsonInterval(share, of);
      for (const bound of [low, high]) {
        if (bound === 0 || bound === 1) continue;
        expect(Math.abs(share - bound)).toBeCloseTo(1.96 * Math.sqrt((bound * (1 - bound)) / of), 6);
      }
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
  });
  test('says of two of two right, that a third of all may be', () => {
    expect(wilsonInterval(1, 2).low).toBeCloseTo(0.342, 3);
    expect(wilsonInterval(1, 2).high).toBe(1);
    expect(wilsonInterval(0.5, 0)).toEqual({ low: 0, high: 1 });
  });
});

test('a decimal, and a percentage alone, are for samples that bear them', () => {
  expect([2, 60, 499, 500, 2_000].map(shareDigits)).toEqual([0, 0, 0, 1, 1]);
  expect([2, 39, 40].map(isFew)).toEqual([true, true, false]);
});
