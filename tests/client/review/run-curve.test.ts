import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCurve, smoothed } from '@/client/review/compare/run-curve';
import { EXPERIMENT, point } from '@/people/sample-run';

const look = { measure: 'loss', axis: 'step', smoothing: 0 } as const;
/** 64 examples a step. */
const points = [
  point(10, { examplesPerSecond: 640, validationLoss: 1.5 }),
  point(20, { examplesPerSecond: 1280, loss: null }),
  point(40, { examplesPerSecond: 0 }),
  point(50, { examplesPerSecond: 640, validationLoss: 0.5 }),
];

describe("a run's curve", () => {
  test('has the measure where it was taken, along each axis', () => {
    expect(runCurve(points, EXPERIMENT, look).map(([x]) => x)).toEqual([10, 40, 50]);
    expect(runCurve(points, EXPERIMENT, { ...look, measure: 'validationLoss' })).toEqual([
      [10, 1.5],
      [50, 0.5],
    ]);
    expect(runCurve(points, EXPERIMENT, { ...look, axis: 'epoch' }).map(([x]) => x)).toEqual([1, 4, 5]);
    expect(runCurve(points, EXPERIMENT, { ...look, axis: 'examples' }).map(([x]) => x)).toEqual([
      640, 2560, 3200,
    ]);
  });

  test('seconds are those of training: examples over the speed at which they came', () => {
    // 10 steps at 10 a second, 10 at 20, 20 of which no speed is known, 10 at 10.
    expect(runCurve(points, EXPERIMENT, { ...look, axis: 'seconds' }).map(([x]) => x)).toEqual([1, 1.5, 2.5]);
  });
});

describe('smoothing', () => {
  const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1 });
  const shares = fc.double({ min: 0, max: 0.95, noNaN: true });

  test('none leaves all as it is; any begins with the first value and stays within what was measured', () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(smoothed(all, 0)).toEqual(all);
      }),
    );
    fc.assert(
      fc.property(values, shares, (all, share) => {
        const smooth = smoothed(all, share);
        expect(smooth[0]).toBeCloseTo(all[0]!, 9);
        for (const value of smooth) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        }
      }),
    );
  });

  test('is the weighted mean of all before, the weights falling off by the share', () => {
    const [, , third] = smoothed([1, 0, 4], 0.5);
    expect(third).toBeCloseTo((0.25 * 1 + 0.5 * 0 + 1 * 4) / 1.75, 12);
  });
});
