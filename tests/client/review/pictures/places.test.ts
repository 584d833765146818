import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Brush, brushRange, isWithin, moveEnd, nextStop } from '@/client/review/pictures/brush';
import { numberAxis, wordAxis } from '@/client/review/pictures/field-axis';
import { runTrials } from '@/client/review/pictures/run-trials';
import { nearestPoint, pointsWithin, scatterPoints } from '@/client/review/pictures/scatter-points';
import { aResult, rowsOf } from '@/tests/client/review/runs/sample-rows';

describe('a brush over axes', () => {
  test('lets through what lies within every stretch; what is not known lies on a whole axis alone', () => {
    const brush: Brush = { accuracy: { low: 0.5, high: 1 } };
    expect(isWithin({ accuracy: 0.5 }, brush)).toBe(true);
    expect(isWithin({ accuracy: 0.4 }, brush)).toBe(false);
    expect(isWithin({ accuracy: null }, brush)).toBe(false);
    expect(isWithin({ accuracy: null }, {})).toBe(true);
  });

  test('its ends stay on the axis and never pass each other; a whole axis is no brush', () => {
    const place = fc.double({ min: -1, max: 2, noNaN: true });
    const moves = fc.array(fc.tuple(fc.constantFrom('low' as const, 'high' as const), place));
    fc.assert(
      fc.property(moves, (list) => {
        let brush: Brush = {};
        for (const [end, to] of list) {
          brush = moveEnd(brush, 'time', end, to);
          const { low, high } = brushRange(brush, 'time');
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
    expect(moveEnd(moveEnd({}, 'time', 'low', 0.3), 'time', 'low', -1)).toEqual({});
  });

  test('arrow keys go from run to run, and then to the end', () => {
    expect(nextStop([0.2, 0.5, 0.2], 0.2, 1)).toBe(0.5);
    expect(nextStop([0.2, 0.5], 0.5, 1)).toBe(1);
    expect(nextStop([0.2, 0.5], 0.2, -1)).toBe(0);
  });
});

describe('a scatter', () => {
  const runs = rowsOf([
    aResult(1, { accuracy: { value: 0.5, measured: 'validation' } }, { optimizer: 'adam' }),
    aResult(2, { accuracy: { value: 1, measured: 'validation' } }, { optimizer: 'sgd' }),
    aResult(3, { accuracy: { value: null, measured: null } }),
  ]);
  const points = scatterPoints(
    runs,
    { ...wordAxis(['adam', 'sgd']), id: 'optimizer', words: true },
    { ...numberAxis([50, 100]), id: 'accuracy', words: false },
    { left: 0, right: 100, top: 0, bottom: 200 },
  );

  test('has each run at its place, those of one word a little apart, and none that is not known', () => {
    expect(points.map(({ run, y }) => [run.number, y])).toEqual([
      [1, 196],
      [2, 4],
    ]);
    for (const [index, { x }] of points.entries()) expect(Math.abs(x - (7 + index * 86))).toBeLessThan(5.001);
  });

  test('finds what is pointed at and what a box goes around', () => {
    expect(nearestPoint(points, points[1]!.x + 3, 3, 10)).toBe(points[1]);
    expect(nearestPoint(points, 50, 100, 10)).toBeNull();
    expect(pointsWithin(points, { x: 120, y: 20 }, { x: 80, y: -5 })).toEqual([points[1]]);
  });
});

test('the runs that say something of their settings: finished ones by their accuracy, diverged ones as guessing', () => {
  const measured = (value: number | null, by: 'validation' | 'training' | null) => ({
    accuracy: { value, measured: by },
  });
  const { trials, ...rest } = runTrials([
    aResult(1, measured(0.75, 'validation')),
    aResult(2, { ...measured(null, null), state: 'diverged' }),
    aResult(3, { ...measured(0.9, 'validation'), state: 'stopped' }),
    aResult(4, measured(0.9, 'training')),
  ]);
  expect(trials.map(({ result }) => result)).toEqual([75, 10]);
  expect(rest).toEqual({ diverged: 1, leftOut: 2 });
});
