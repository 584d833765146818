import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesAlong } from '@/client/review/compare/run-curve';
import { stretchOf, withExact } from '@/client/review/compare/zoom';
import { EXPERIMENT, point } from '@/people/sample-run';
import { packDrawnPoints, readDrawnPoints } from '@/protocol/drawn-points';
import { thinForReview } from '@/server/store/points';

const POINTS = Array.from({ length: 1_000 }, (_, index) => point(index + 1));
const along = (points: typeof POINTS) => ({ points, along: placesAlong(points, EXPERIMENT, 'epoch') });

describe('looking closer at curves', () => {
  test('asks for the steps of the part, with what lies just beyond its ends', () => {
    const thin = POINTS.filter(({ step }) => step % 100 === 0);
    // Of the sample ten steps are an epoch: from 25 to 45 there are steps 300 and 400.
    expect(stretchOf([along(thin)], { from: 25, to: 45 })).toEqual({ from: 200, to: 500 });
    expect(stretchOf([along(thin)], { from: 200, to: 300 })).toBeNull();
    expect(stretchOf([along([])], { from: 0, to: 1 })).toBeNull();
  });

  test('has every point of the part then, each once and in order, and nothing else is changed', () => {
    const end = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 2, max: 50 }), (one, other, most) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const thin = thinForReview(POINTS, most);
        const all = withExact(
          thin,
          POINTS.filter(({ step }) => step >= from && step <= to),
          { from, to },
        );
        const steps = all.map(({ step }) => step);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        expect(all.filter(({ step }) => step >= from && step <= to)).toEqual(
          POINTS.filter(({ step }) => step >= from && step <= to),
        );
        expect(steps.filter((step) => step < from || step > to)).toEqual(
          thin.map(({ step }) => step).filter((step) => step < from || step > to),
        );
      }),
    );
  });

  test('points travel to a picture with the digits that it shows, or with all', () => {
    const points = [
      point(1, { loss: 0.123456789, accuracy: null, validationLoss: 2, validationExamples: 500 }),
    ];
    expect(readDrawnPoints(packDrawnPoints(points, null))).toEqual(points);
    expect(readDrawnPoints(packDrawnPoints(points))).toEqual([{ ...points[0], loss: 0.12346 }]);
  });
});
