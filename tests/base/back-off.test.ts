import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffDelay, jitteredDelay } from '@/base/back-off';

const RANGE = { least: 500, most: 5_000 };

test('doubles from the least to the most, and stays there', () => {
  expect([0, 1, 2, 3, 4, 1_000].map((failures) => backOffDelay(RANGE, failures))).toEqual([
    500, 1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
});

test('by chance: never below the least nor above the delay, and spread over half of it', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, random) => {
        const delay = jitteredDelay(RANGE, failures, random);
        expect(delay).toBeGreaterThanOrEqual(RANGE.least);
        expect(delay).toBeLessThanOrEqual(backOffDelay(RANGE, failures));
      },
    ),
  );
  expect(jitteredDelay(RANGE, 3, 0)).toBe(2_000);
  expect(jitteredDelay(RANGE, 3, 0.5)).toBe(3_000);
});
