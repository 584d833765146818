import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSetOf } from '@/base/bit-set';
import { canBeToldApart } from '@/classroom/told-apart';

/** Two that disagree on some pictures: only the one has so many of them right, only the other so many. */
function disagreeing(onlyOne: number, onlyOther: number) {
  const pictures = [
    ...Array(onlyOne).fill('one'),
    ...Array(onlyOther).fill('other'),
    ...Array(9).fill('both'),
  ];
  const rightOf = (who: string) =>
    bitSetOf(pictures.map((right) => (right === who || right === 'both' ? 1 : 0)));
  return [rightOf('one'), rightOf('other')] as const;
}

/** Pascal's row, exactly. */
function exactP(fewer: number, more: number): number {
  const n = BigInt(fewer + more);
  let [term, sum] = [1n, 1n];
  for (let k = 0n; k < BigInt(fewer); k++) {
    term = (term * (n - k)) / (k + 1n);
    sum += term;
  }
  return Math.min(1, Number((2n * sum * 10n ** 12n) / 2n ** n) / 1e12);
}

describe('whether two networks can be told apart', () => {
  it.each([
    [0, 5, false], // p = 0.0625
    [0, 6, true], // 0.03125
    [1, 7, false], // 0.0703
    [1, 8, true], // 0.0391
    [10, 20, false], // 0.0987
    [10, 24, true], // 0.0243
    [0, 0, false],
    [400, 455, false], // 0.065
    [400, 470, true],
  ])('%i pictures against %i: %s', (onlyOne, onlyOther, apart) => {
    expect(canBeToldApart(...disagreeing(onlyOne, onlyOther))).toBe(apart);
    expect(canBeToldApart(...disagreeing(onlyOther, onlyOne))).toBe(apart);
  });

  it('is the exact test, for any numbers', () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(canBeToldApart(...disagreeing(a, b))).toBe(exactP(Math.min(a, b), Math.max(a, b)) < 0.05);
      }),
    );
  });
});
