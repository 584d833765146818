import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeChange, writeNumber } from '@/client/benches/numbers/number-text';
import { cutOf } from '@/client/benches/unit/cube-cut';
import { areaOf, boxPolygon, clipPolygon } from '@/client/benches/unit/half-plane';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { middleOf, slideTo, turnBy } from '@/client/benches/unit/line-drag';
import { readTypedNumber } from '@/client/ui/read-number';

const LIMITS = { weight: 3, threshold: 6, step: 0.05 };
const WINDOW = { left: -0.5, right: 1.5, bottom: -0.5, top: 1.5 };

describe('numbers as they are written', () => {
  test('short, with a real minus; changes with a sign', () => {
    expect([1.5, -0.5, 2, -0, 0.1 + 0.2].map(writeNumber)).toEqual(['1.5', '−0.5', '2', '0', '0.3']);
    expect([1, -1, 0].map(writeChange)).toEqual(['+1', '−1', '±0']);
  });

  test('written and read again, nothing changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (hundredths) => {
        expect(readTypedNumber(writeNumber(hundredths / 100))).toBe(hundredths / 100 + 0);
      }),
    );
  });
});

describe('dragging the line', () => {
  const weight = fc.integer({ min: -60, max: 60 }).map((n) => n / 20);
  const place = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('slid to a place, it passes there, to the fineness of dragging', () => {
    fc.assert(
      fc.property(weight, weight, place, (a, b, to) => {
        const { weights, threshold } = slideTo({ weights: [a, b], threshold: 0 }, to, LIMITS);
        expect(weights).toEqual([a, b]);
        expect(Math.abs(threshold - (a * to.x + b * to.y))).toBeLessThanOrEqual(0.0251);
      }),
    );
  });

  test('turned, the weights keep their length and stay within their limits', () => {
    const line = { weights: [1, 1], threshold: 1 };
    const about = middleOf(line, WINDOW)!;
    expect(about).toEqual({ x: 0.5, y: 0.5 });
    expect(turnBy(line, about, Math.PI, LIMITS)).toEqual({ weights: [-1, -1], threshold: -1 });
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (angle) => {
        const { weights } = turnBy(line, about, angle, LIMITS);
        expect(Math.abs(Math.hypot(...weights) - Math.SQRT2)).toBeLessThan(0.06);
      }),
    );
    expect(middleOf({ weights: [0, 0], threshold: 1 }, WINDOW)).toBeNull();
  });
});

test('a line cuts a box into two parts that make it up', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(number, number, number, (a, b, threshold) => {
      const perceptron = { weights: [a, b], threshold };
      fc.pre(Math.hypot(a, b) > 1e-3);
      const box = boxPolygon({ left: 0, right: 1, bottom: 0, top: 1 });
      const parts = ([1, -1] as const).map((side) => areaOf(clipPolygon(box, perceptron, side)));
      expect(parts[0]! + parts[1]!).toBeCloseTo(1, 6);
    }),
  );
});

test('a plane cuts the cube in a triangle, a square, a hexagon or not at all', () => {
  expect(cutOf({ weights: [1, 1, 1], threshold: 0.5 })).toHaveLength(3);
  expect(cutOf({ weights: [1, 1, 1], threshold: 1.5 })).toHaveLength(6);
  expect(cutOf({ weights: [1, 0, 0], threshold: 0.5 })).toHaveLength(4);
  expect(cutOf({ weights: [1, 1, 1], threshold: 3.5 }).length).toBeLessThan(3);
  expect(cutOf({ weights: [1, 1, 1], threshold: 1.5 }, [-1, 1])).toHaveLength(3);
});

test('kept work that is damaged is not used', () => {
  expect(perceptronShape(2)({ weights: [1, 2], threshold: 0.5 })).toEqual({
    weights: [1, 2],
    threshold: 0.5,
  });
  for (const bad of [
    null,
    'x',
    {},
    { weights: [1], threshold: 0 },
    { weights: [1, '2'], threshold: 0 },
    { weights: [1, 1e9], threshold: 0 },
    { weights: [1, 1], threshold: null },
  ]) {
    expect(perceptronShape(2)(bad)).toBeUndefined();
  }
});
