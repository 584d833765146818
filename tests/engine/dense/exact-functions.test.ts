import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sigmoid } from '@/engine/dense/activations';
import { exactExp } from '@/engine/dense/exact-exponential';
import { exactTanh } from '@/engine/dense/exact-tanh';

/** A few units in the last place. */
const CLOSE = 1e-15;

describe('functions from exact operations', () => {
  test('I11: pinned to the bit, so that another engine that differs is noticed', () => {
    const bits = (value: number) => Buffer.from(Float64Array.of(value).buffer).readBigUInt64LE().toString(16);
    expect(
      [exactExp(1), exactExp(-20.3), sigmoid(-2.5), exactTanh(0.1), exactTanh(-1.75)].map(bits),
    ).toMatchInlineSnapshot(`
      [
        "4005bf0a8b145769",
        "3e1a3b8dc86d1c8e",
        "3fb36b7112534847",
        "3fb983d7795f413b",
        "bfee1fbf97e33527",
      ]
    `);
  });

  test('are the functions that they stand for', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(CLOSE);
        expect(Math.abs(sigmoid(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(CLOSE);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(Math.abs(exactTanh(x) - Math.tanh(x))).toBeLessThanOrEqual(CLOSE * Math.abs(Math.tanh(x)));
        expect(exactTanh(-x)).toBe(-exactTanh(x) || 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('tanh is right where the table goes from one entry to the next', () => {
    for (let k = -1300; k <= 1300; k++) {
      for (const x of [(k + 0.5) / 64, (k + 0.5) / 64 + 1e-15, (k + 0.5) / 64 - 1e-15, k / 64])
        expect(Math.abs(exactTanh(x) - Math.tanh(x))).toBeLessThanOrEqual(CLOSE * Math.abs(Math.tanh(x)));
    }
  });

  test('end where they should', () => {
    expect([exactExp(0), exactExp(-1e9), exactExp(1e9)]).toEqual([1, 0, Infinity]);
    expect([exactExp(-Infinity), exactExp(Infinity), exactExp(709)]).toEqual([
      0,
      Infinity,
      expect.any(Number),
    ]);
    expect([sigmoid(-1e9), sigmoid(1e9)]).toEqual([0, 1]);
    expect([exactTanh(0), exactTanh(-1e9), exactTanh(1e9)]).toEqual([0, -1, 1]);
    expect([exactTanh(-Infinity), exactTanh(Infinity)]).toEqual([-1, 1]);
    expect(exactTanh(1e-12)).toBeCloseTo(1e-12, 25);
    expect([exactExp(Number.NaN), exactTanh(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });
});
