import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '@/protocol/run';
import { RunTrace, SMALL_CURVE_POINTS, ThinnedPoints } from '@/server/live/curve';

const aPoint = (step: number, validationLoss: number | null = null): Point => ({
  step,
  epoch: step / 100,
  loss: 1 / step,
  accuracy: 0.5,
  validationLoss,
  validationAccuracy: null,
  examplesPerSecond: 1,
});

describe('the live curve', () => {
  it('is bounded, in order, from the first point to the newest, and even', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (count) => {
        const points = new ThinnedPoints();
        for (let step = 1; step <= count; step += 1) points.add(aPoint(step));
        const steps = points.list().map(({ step }) => step);
        expect(steps.length).toBeLessThanOrEqual(SMALL_CURVE_POINTS);
        expect(steps.length).toBeGreaterThanOrEqual(Math.min(count, SMALL_CURVE_POINTS / 2));
        expect(steps[0]).toBe(1);
        expect(steps.at(-1)).toBe(count);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        const gaps = steps.slice(1, -1).map((step, index) => step - steps[index]!);
        expect(new Set(gaps).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the points at which validation was measured, however rare', () => {
    const trace = new RunTrace();
    for (let step = 1; step <= 3_000; step += 1) trace.add(aPoint(step, step % 300 === 7 ? step : null));
    const evidence = trace.evidence();
    expect(evidence.filter(({ validationLoss }) => validationLoss !== null)).toHaveLength(10);
    const steps = evidence.map(({ step }) => step);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(trace.lastMeasured()?.step).toBe(2_707);
    expect(trace.last()?.step).toBe(3_000);
  });

  it('goes never back: what is sent again, or from before, changes nothing that is shown', () => {
    const trace = new RunTrace();
    for (const step of [10, 20, 30]) trace.add(aPoint(step, 0.5));
    const [curve, evidence] = [trace.curve(), trace.evidence()];
    trace.add({ ...aPoint(5, 9), accuracy: 0 });
    expect(trace.last()!.step).toBe(30);
    expect(trace.lastMeasured()!.step).toBe(30);
    expect([trace.curve(), trace.evidence()]).toEqual([curve, evidence]);
  });
});
