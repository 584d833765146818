import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAxis, wordAxis } from '@/client/review/pictures/field-axis';
import { type CurvePlaces, quantileBand, valueAt } from '@/client/review/pictures/quantile-band';
import { shareInterval } from '@/client/review/pictures/share-interval';

const line = (height: number, end = 10): CurvePlaces => [
  [0, height],
  [end, height],
];

describe('median and quartiles of curves', () => {
  test('are those of their values at each place, between the points on a straight line', () => {
    expect(
      quantileBand(
        [1, 2, 3, 4, 5].map((height) => line(height)),
        2,
      ),
    ).toEqual([
      { x: 5, lower: 2, median: 3, upper: 4, count: 5 },
      { x: 10, lower: 2, median: 3, upper: 4, count: 5 },
    ]);
    expect(
      valueAt(
        [
          [0, 0],
          [4, 8],
          [8, 0],
        ],
        3,
      ),
    ).toBe(6);
    expect(
      valueAt(
        [
          [0, 0],
          [4, 8],
        ],
        5,
      ),
    ).toBeNull();
    expect(valueAt([], 0)).toBeNull();
  });

  test('end where fewer than half of the curves go on', () => {
    const band = quantileBand([line(1, 5), line(2, 5), line(3, 5), line(9), line(9)], 10);
    expect(band.at(-1)).toMatchObject({ x: 5, count: 5 });
  });

  test('lie in order, within the curves', () => {
    const curve = fc
      .array(fc.tuple(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((places) => places.toSorted(([a], [b]) => a - b) as CurvePlaces);
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 8 }), (curves) => {
        const values = curves.flat().map(([, y]) => y);
        for (const { lower, median, upper } of quantileBand(curves, 10)) {
          expect(lower).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(upper);
          expect(lower).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(upper).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
      }),
    );
  });
});

describe('axes of fields', () => {
  test('numbers lie by size, over more than thirtyfold by ratio', () => {
    const rates = numberAxis([0.001, 0.01, 0.1, null]);
    expect(rates.logarithmic).toBe(true);
    expect(rates.place(0.01)).toBeCloseTo(0.5, 12);
    expect(rates.ticks.map(({ value }) => value)).toEqual([0.001, 0.01, 0.1]);
    const shares = numberAxis([0, 50, 100]);
    expect([shares.logarithmic, shares.place(25), shares.place(null)]).toEqual([false, 0.25, null]);
    expect(numberAxis([7]).place(7)).toBe(0.5);
    expect(numberAxis([]).ticks).toEqual([]);
  });

  test('of many numbers round ones are written, where they lie', () => {
    const written = (values: number[]) =>
      numberAxis(values).ticks.map(({ value, place }) => [value, Math.round(place * 1000) / 1000]);
    const shares = Array.from({ length: 101 }, (_, i) => 6.25 + i * 0.9375);
    expect(written(shares)).toEqual([
      [20, 0.147],
      [40, 0.36],
      [60, 0.573],
      [80, 0.787],
      [100, 1],
    ]);
    expect(written([1, 2, 5, 10, 20, 50, 100, 1000])).toEqual([
      [1, 0],
      [10, 0.333],
      [100, 0.667],
      [1000, 1],
    ]);
  });

  test('words lie evenly in their order', () => {
    const axis = wordAxis(['adam', 'momentum', 'sgd']);
    expect(['adam', 'momentum', 'sgd', 'other'].map(axis.place)).toEqual([0, 0.5, 1, null]);
    expect(wordAxis(['adam']).place('adam')).toBe(0.5);
  });

  test('every number lies within its axis, the larger further on', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
        const axis = numberAxis(values);
        const places = values.toSorted((a, b) => a - b).map((value) => axis.place(value)!);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(1 + 1e-9);
          if (index > 0) expect(place).toBeGreaterThanOrEqual(places[index - 1]! - 1e-9);
        }
      }),
    );
  });
});

test('an interval of a share: Wilson’s figures of 8 in 10, and of none at all', () => {
  const [low, high] = shareInterval(8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
  expect(shareInterval(0, 0)).toEqual([0, 1]);
  expect(shareInterval(0, 5)[0]).toBe(0);
});
