import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '@/engine/together/assignment';

/** All orders of 0…n − 1. */
function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}

const sumOf = (values: readonly number[], n: number, columns: ArrayLike<number>) =>
  Array.from({ length: n }, (_, row) => values[row * n + columns[row]!]!).reduce((sum, one) => sum + one, 0);

describe('the best assignment', () => {
  it('is as good as the best of all, however small or equal the values are', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 6 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.array(
                fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true })),
                { minLength: n * n, maxLength: n * n },
              ),
            ),
          ),
        ([n, values]) => {
          const columns = bestAssignment(values, n);
          expect([...columns].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
          const best = Math.max(...permutations(n).map((order) => sumOf(values, n, order)));
          expect(sumOf(values, n, columns)).toBeCloseTo(best, 6);
        },
      ),
    );
  });

  it('finds an order that was hidden, however many there are', () => {
    const n = 200;
    const hidden = Array.from({ length: n }, (_, i) => (i * 77 + 13) % n);
    const values = new Float64Array(n * n);
    for (let i = 0; i < values.length; i++) values[i] = Math.sin(i * 12.9898) % 1;
    hidden.forEach((column, row) => {
      values[row * n + column] = 2;
    });
    expect([...bestAssignment(values, n)]).toEqual(hidden);
  });

  it('refuses what is no square of numbers', () => {
    expect(() => bestAssignment([1, 2, 3], 2)).toThrow(RangeError);
    expect(() => bestAssignment([1, 2, Number.NaN, 3], 2)).toThrow(RangeError);
    expect(() => bestAssignment([1, 2, Number.POSITIVE_INFINITY, 3], 2)).toThrow(RangeError);
  });
});
