import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cappedSum, trimmedMean } from '@/classroom/robust-sums';

const honest = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 5, maxLength: 60 });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('a mean stays among the honest values, whatever one adds', () => {
  fc.assert(
    fc.property(honest, fc.double({ min: 0, max: 1e6, noNaN: true }), (values, odd) => {
      const with_ = trimmedMean([...values, odd])!;
      expect(with_).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(with_).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
    }),
  );
  // The control: a plain mean is carried off.
  expect(mean([0.3, 0.4, 0.5, 0.6, 1e6])).toBeGreaterThan(100_000);
});

it('a mean of one or two is the mean, of none is none', () => {
  expect([[], [2], [1, 2]].map(trimmedMean)).toEqual([null, 2, 1.5]);
  expect(trimmedMean([1, 2, 9])).toBe(2);
});

it('a sum is the sum of a usual class, and one adds no more than eight usual ones', () => {
  expect(cappedSum([1_000, 5_000, 2_000, 8_000])).toBe(16_000);
  expect(cappedSum([1_000, 1_000, 1_000, 1e7])).toBe(11_000);
  expect(cappedSum([])).toBe(0);
  expect(cappedSum([5, 1e7])).toBe(10_000_005);
});
