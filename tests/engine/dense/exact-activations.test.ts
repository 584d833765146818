import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sigmoid } from '@/engine/dense/activations';
import { exactExp, exactSigmoid, exactTanh } from '@/engine/dense/exact-activations';

/** A few units in the last place. */
const CLOSE = 1e-15;

describe('activations from exact operations', () => {
  test('I11: pinned to the bit, so that another engine that differs is noticed', () => {
    const bits = (value: number) => Buffer.from(Float64Array.of(value).buffer).readBigUInt64LE().toString(16);
    expect(
      [exactExp(1), exactSigmoid(-2.5), exactTanh(0.1), exactTanh(-1.75)].map(bits),
    ).toMatchInlineSnapshot(`
      [
        "4005bf0a8b14576a",
        "3fb36b7112534847",
        "3fb983d7795f413a",
        "bfee1fbf97e33526",
      ]
    `);
  });

  test('are the functions that they stand for', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(CLOSE);
        expect(Math.abs(exactSigmoid(x) - sigmoid(x))).toBeLessThan(CLOSE);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(Math.abs(exactTanh(x) - Math.tanh(x))).toBeLessThanOrEqual(CLOSE * Math.abs(Math.tanh(x)) * 4);
      }),
    );
  });

  test('end where they should', () => {
    expect([exactExp(0), exactExp(-1e9), exactExp(1e9)]).toEqual([1, 0, Infinity]);
    expect([exactSigmoid(-1e9), exactSigmoid(1e9)]).toEqual([0, 1]);
    expect([exactTanh(0), exactTanh(-1e9), exactTanh(1e9)]).toEqual([0, -1, 1]);
    expect(exactTanh(1e-12)).toBeCloseTo(1e-12, 25);
    expect(exactExp(Number.NaN)).toBeNaN();
  });
});
