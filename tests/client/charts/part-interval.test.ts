import { expect, test } from 'vitest';
import { curveRows } from '@/client/charts/curve-rows';
import { partInterval } from '@/client/charts/part-interval';
import { thinPoints } from '@/client/charts/thin-points';
import { point } from '@/people/sample-run';
import { packPoints, unpackPoints } from '@/server/store/points';

test('an interval is about two points for 500 of 2,000, narrower the more were measured, and none for all', () => {
  expect(partInterval(0.93, 500, 2_000)).toBeCloseTo(0.0194, 3);
  expect(partInterval(0.93, 1_500, 2_000)!).toBeLessThan(0.008);
  expect(partInterval(1, 500, 2_000)!).toBeGreaterThan(0);
  for (const examples of [2_000, 3_000, null, undefined])
    expect(partInterval(0.93, examples, 2_000)).toBeNull();
  expect(partInterval(null, 500, 2_000)).toBeNull();
});

const measured = (step: number, validationExamples: number) =>
  point(step, { validationLoss: 0.2, validationAccuracy: 0.9, validationExamples });

test('on how many pictures it was measured stays with the measurement, however the curve is thinned or kept', () => {
  const points = Array.from({ length: 400 }, (_, i) => (i % 4 === 1 ? measured(i, 500) : point(i)));
  points[398] = measured(398, 2_000);
  const thinned = thinPoints(points, 100);
  expect(thinned.at(-1)).toMatchObject({ validationAccuracy: 0.9, validationExamples: 2_000 });
  expect(thinned.slice(0, -1).every((one) => one.validationExamples === 500)).toBe(true);
  expect(curveRows('accuracy', points, [], false).at(-1)?.validationExamples).toBe(2_000);
  expect(unpackPoints(packPoints(points))).toEqual(points);
  // Points of before carry no such number, and get none.
  expect(Object.keys(unpackPoints(packPoints([point(1)]))[0]!)).not.toContain('validationExamples');
});
