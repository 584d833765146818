import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '@/protocol/run';
import { thinForReview } from '@/server/store/points';

const point = (step: number, measured: boolean): Point => ({
  step,
  epoch: step / 10,
  loss: 1,
  accuracy: 0.5,
  validationLoss: measured ? 1 : null,
  validationAccuracy: measured ? 0.5 : null,
  examplesPerSecond: 1,
});
const run = (length: number, every: number) =>
  Array.from({ length }, (_, step) => point(step, step % every === 0));
const steps = (points: readonly Point[]) => points.map(({ step }) => step);

describe('a run that is thinned to be looked at', () => {
  it('is itself where it is short enough', () => {
    const short = run(50, 7);
    expect(thinForReview(short, 50)).toBe(short);
  });

  it('keeps the first, the newest and what was measured, and the rest evenly', () => {
    const thinned = thinForReview(run(20_000, 400), 2_000);
    expect(thinned.length).toBeLessThanOrEqual(2_000);
    expect(thinned.length).toBeGreaterThan(1_800);
    expect(thinned.filter(({ validationLoss }) => validationLoss !== null)).toHaveLength(50);
    expect([thinned[0]!.step, thinned.at(-1)!.step]).toEqual([0, 19_999]);
    const gaps = steps(thinned)
      .slice(1)
      .map((step, index) => step - thinned[index]!.step);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11);
  });

  it('is in order, without repeats and no longer than asked, whatever was measured', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 2, max: 80 }),
        (measured, most) => {
          const points = measured.map((is, step) => point(step, is));
          const thinned = steps(thinForReview(points, most));
          expect(thinned.length).toBeLessThanOrEqual(most);
          expect(thinned).toEqual([...new Set(thinned)].sort((a, b) => a - b));
          expect(thinned[0]).toBe(0);
          expect(thinned.at(-1)).toBe(points.length - 1);
        },
      ),
    );
  });
});
