import { describe, expect, test } from 'vitest';
import { DenseTraining } from '@/engine/dense/dense-training';
import { denseShape } from '@/engine/dense/shape';
import {
  dealRegression,
  descendExamples,
  type ExamplePoint,
  regressionLandscape,
  slopeOn,
} from '@/engine/landscape/regression';
import { createRandom } from '@/engine/random';

const regression = dealRegression(createRandom(4), 24, 0.3);
const landscape = regressionLandscape(regression);

function path(batch: number, learningRate: number, count: number): ExamplePoint[] {
  const points: ExamplePoint[] = [];
  for (const point of descendExamples(regression, { optimizer: 'sgd', learningRate, batch }, 9)) {
    points.push(point);
    if (points.length === count) break;
  }
  return points;
}

describe('a line fitted to points', () => {
  test('its landscape’s slope is the finite difference, and 0 at the lowest place', () => {
    const h = 1e-5;
    for (const [a, b] of [
      [0, 0],
      [1.2, -0.7],
      [-2, 2],
    ] as const) {
      const slope = landscape.slope(a, b);
      expect(slope.a).toBeCloseTo((landscape.of(a + h, b) - landscape.of(a - h, b)) / (2 * h), 6);
      expect(slope.b).toBeCloseTo((landscape.of(a, b + h) - landscape.of(a, b - h)) / (2 * h), 6);
    }
    const flat = landscape.slope(landscape.lowest.a, landscape.lowest.b);
    expect(flat.a).toBeCloseTo(0, 10);
    expect(flat.b).toBeCloseTo(0, 10);
  });

  test.each([1, 6, 24])('with batches of %i it takes the path of a network of two weights', (batch) => {
    const points = path(batch, 0.1, 60);
    const training = new DenseTraining(
      denseShape(1, [], 'linear', 1, 'linear'),
      [landscape.start.b, landscape.start.a],
      { count: 24, inputs: Float64Array.from(regression.xs), targets: Float64Array.from(regression.ys) },
      { loss: 'squared-error', optimizer: 'sgd', learningRate: 0.1, batchSize: batch, l1: 0, l2: 0 },
      (epoch) => createRandom(9, epoch),
    );
    for (const point of points) {
      expect(training.network.weights[0]).toBeCloseTo(point.b, 10);
      expect(training.network.weights[1]).toBeCloseTo(point.a, 10);
      training.step();
    }
  });

  test('each epoch looks at every example once', () => {
    const rows = path(6, 0.1, 4).flatMap((point) => point.rows);
    expect([...rows].sort((p, q) => p - q)).toEqual(regression.xs.map((_, i) => i));
    expect(path(1, 0.1, 25).at(-1)!.seen).toBe(24);
  });

  test('the mean of the single slopes is the slope of all: the noise is fair', () => {
    const place = { a: 1, b: 1 };
    const singles = regression.xs.map((_, i) => slopeOn(regression, [i], place));
    const { a, b } = landscape.slope(1, 1);
    expect(singles.reduce((sum, s) => sum + s.a, 0) / 24).toBeCloseTo(a, 10);
    expect(singles.reduce((sum, s) => sum + s.b, 0) / 24).toBeCloseTo(b, 10);
  });

  test('the full path never goes up at a small rate; single examples sometimes do', () => {
    const rises = (points: ExamplePoint[]) =>
      points.filter((point, i) => i > 0 && point.loss > points[i - 1]!.loss).length;
    expect(rises(path(24, 0.1, 80))).toBe(0);
    expect(rises(path(1, 0.1, 80))).toBeGreaterThan(5);
  });

  test('far too large a rate is called diverged', () => {
    const last = path(24, 5, 400).at(-1)!;
    expect(last).toMatchObject({ diverged: true, slope: null, rows: [] });
  });
});
