import { describe, expect, test } from 'vitest';
import { CELLS, handFactors, placeOf } from '@/client/benches/matrix/hand-work';
import { judgeCell } from '@/client/benches/matrix/wrong-cell';
import { handProduct } from '@/engine/compute/hand-product';
import { multiply } from '@/engine/compute/matrix-product';

const FACTORS = {
  a: [
    [3, 4, 1],
    [2, 0, 4],
  ],
  b: [
    [1, 4],
    [2, 1],
    [3, 5],
  ],
};
// 3·1 + 4·2 + 1·3 = 14; 3·4 + 4·1 + 1·5 = 21; 2·1 + 0·2 + 4·3 = 14; 2·4 + 0·1 + 4·5 = 28

test('the product by hand is the one that is measured', () => {
  expect(handProduct(FACTORS)).toEqual([
    [14, 21],
    [14, 28],
  ]);
  const square = { a: FACTORS.a.map((row) => row.slice(0, 2)), b: FACTORS.b.slice(0, 2) };
  const fast = new Float32Array(4);
  multiply(Float32Array.from(square.a.flat()), Float32Array.from(square.b.flat()), fast, 2);
  expect(handProduct(square).flat()).toEqual([...fast]);
});

describe('a number in a cell', () => {
  test.each([
    ['0-0', 14, { right: true }],
    // Two cells may have the same number: it is right in both.
    ['1-0', 14, { right: true }],
    ['0-0', 21, { right: false, reason: 'other-cell', cell: '0-1' }],
    ['0-1', 28, { right: false, reason: 'other-cell', cell: '1-1' }],
    ['0-0', 11, { right: false, reason: 'one-missing', left: 3, over: 1 }],
    ['0-1', 9, { right: false, reason: 'one-missing', left: 3, over: 4 }],
    ['0-1', 5, { right: false, reason: 'not-added' }],
    ['0-1', 18, { right: false, reason: 'added' }],
    ['0-0', 100, { right: false, reason: 'other' }],
  ] as const)('cell %s: %i is judged for what it is', (cell, value, verdict) => {
    expect(judgeCell(FACTORS, cell, value)).toEqual(verdict);
  });
});

test('every round of every seed deals other numbers, none below 0, and each cell has one right number', () => {
  const dealt = new Set<string>();
  for (let seed = 1; seed <= 30; seed++) {
    for (let round = 0; round < 3; round++) {
      const factors = handFactors(seed, round);
      expect(handFactors(seed, round)).toEqual(factors);
      dealt.add(JSON.stringify(factors));
      expect([...factors.a.flat(), ...factors.b.flat()].every((value) => value >= 0 && value <= 4)).toBe(
        true,
      );
      const product = handProduct(factors);
      for (const cell of CELLS) {
        const { row, column } = placeOf(cell);
        const rightOnes = Array.from({ length: 60 }, (_, value) => value).filter(
          (value) => judgeCell(factors, cell, value).right,
        );
        expect(rightOnes).toEqual([product[row]![column]]);
      }
    }
  }
  expect(dealt.size).toBeGreaterThan(85);
});
