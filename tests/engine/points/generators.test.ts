import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredClass } from '@/engine/dense/evaluate';
import { examplesOf, FEATURE_IDS, outputsFor } from '@/engine/points/features';
import { drawPoints, POINT_GENERATORS, POINT_SET_IDS, type PointSetId } from '@/engine/points/generators';
import { splitPoints } from '@/engine/points/split';
import { createRandom } from '@/engine/random';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe.each(POINT_SET_IDS)('%s', (id) => {
  const { classes, task } = POINT_GENERATORS[id];

  test('I11: depends on the seed alone; has the classes it says, evenly; no noise keeps it on the plane', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 12, max: 300 }), (seed, count) => {
        const points = drawPoints(id, count, 0, createRandom(seed));
        expect(drawPoints(id, count, 0, createRandom(seed))).toEqual(points);
        expect(points.task).toBe(task);
        expect(points.xs).toHaveLength(count);
        for (const list of [points.xs, points.ys]) {
          for (const value of list) expect(Math.abs(value)).toBeLessThan(7.5);
        }
        if (classes === 0) {
          for (const value of points.labels) expect(Math.abs(value)).toBeLessThan(1.2);
          return;
        }
        const counts = new Array<number>(classes).fill(0);
        for (const label of points.labels) counts[label]!++;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });

  test('noise changes it', () => {
    const clean = drawPoints(id, 100, 0, createRandom(1));
    expect(drawPoints(id, 100, 0.5, createRandom(1))).not.toEqual(clean);
  });
});

test('xor’s class says whether exactly one coordinate is positive', () => {
  const { xs, ys, labels } = drawPoints('xor', 200, 0, createRandom(3));
  labels.forEach((label, i) => {
    expect(label).toBe(xs[i]! > 0 !== ys[i]! > 0 ? 1 : 0);
  });
});

describe('train and test', () => {
  test('every point is in exactly one part, and neither is empty', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, count, share) => {
          const points = drawPoints('circle', count, 0.1, createRandom(seed));
          const { train, test: rest } = splitPoints(points, share, createRandom(seed, 1));
          expect(train.xs.length).toBeGreaterThan(0);
          expect(rest.xs.length).toBeGreaterThan(0);
          expect([...train.xs, ...rest.xs].sort()).toEqual([...points.xs].sort());
        },
      ),
    );
  });
});

describe('features', () => {
  test('all seven, and the wanted answers, as a network takes them', () => {
    const points = {
      task: 'classification' as const,
      classes: 3,
      xs: Float64Array.of(2),
      ys: Float64Array.of(-3),
      labels: Float64Array.of(1),
    };
    const { inputs, targets } = examplesOf(points, FEATURE_IDS);
    expect([...inputs]).toEqual([2, -3, 4, 9, -6, Math.sin(2), Math.sin(-3)]);
    expect([...targets]).toEqual([0, 1, 0]);
  });

  test('the class can be read back from what is wanted', () => {
    for (const id of POINT_SET_IDS as PointSetId[]) {
      const points = drawPoints(id, 30, 0, createRandom(1));
      if (points.classes === 0) continue;
      const outputs = outputsFor(points.classes);
      const { targets } = examplesOf(points, ['x1']);
      points.labels.forEach((label, i) => {
        expect(answeredClass(targets, i * outputs, outputs)).toBe(label);
      });
    }
  });
});
