import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPTIMIZER_IDS } from '@/engine/dense/optimizers';
import { CURVES, type CurveId } from '@/engine/landscape/curves';
import {
  type DescentSettings,
  descend,
  descendCurve,
  type PathPoint,
  walkDown,
} from '@/engine/landscape/descent';
import { dealLandscape, LANDSCAPE_IDS, LANDSCAPES, landscapeGrid } from '@/engine/landscape/landscapes';
import { createRandom } from '@/engine/random';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const plain: DescentSettings = { optimizer: 'sgd', learningRate: 0.1, batch: 'full' };
const h = 1e-5;

function take(path: Generator<PathPoint, void>, count: number): PathPoint[] {
  const points: PathPoint[] = [];
  for (const point of path) {
    points.push(point);
    if (points.length === count) break;
  }
  return points;
}

describe.each(LANDSCAPE_IDS)('%s', (id) => {
  test('its slope is the finite difference, however it is turned', () => {
    const place = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(seeds, place, place, (seed, a, b) => {
        const dealt = dealLandscape(id, createRandom(seed));
        const slope = dealt.slope(a, b);
        expect(slope.a).toBeCloseTo((dealt.of(a + h, b) - dealt.of(a - h, b)) / (2 * h), 5);
        expect(slope.b).toBeCloseTo((dealt.of(a, b + h) - dealt.of(a, b - h)) / (2 * h), 5);
      }),
    );
  });

  test('nothing that is shown lies lower than its lowest place, which lies inside, as the start does', () => {
    const dealt = dealLandscape(id, createRandom(1));
    const low = dealt.of(dealt.lowest.a, dealt.lowest.b);
    expect(Math.min(...landscapeGrid(dealt, 60))).toBeGreaterThanOrEqual(low - 1e-6);
    const plainOne = LANDSCAPES[id];
    for (const { a, b } of [plainOne.start, plainOne.lowest]) {
      expect(Math.hypot(a, b)).toBeLessThanOrEqual(plainOne.half);
    }
  });

  test('I11: dealt by a seed, and the same for the same seed', () => {
    const grid = (seed: number) => landscapeGrid(dealLandscape(id, createRandom(seed)), 8);
    expect(grid(3)).toEqual(grid(3));
    if (id !== 'bowl' && id !== 'plateau') expect(grid(3)).not.toEqual(grid(4));
  });

  test('plain full descent with a small rate never goes up', () => {
    const path = take(descend(LANDSCAPES[id], { ...plain, learningRate: 0.01 }, createRandom(1)), 300);
    for (let i = 1; i < path.length; i++) expect(path[i]!.loss).toBeLessThanOrEqual(path[i - 1]!.loss);
  });
});

describe.each(Object.keys(CURVES) as CurveId[])('curve %s', (id) => {
  test('its slope is the finite difference', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: -1.8, max: 1.8, noNaN: true }), (seed, w) => {
        const curve = CURVES[id](createRandom(seed));
        expect(curve.slope(w)).toBeCloseTo((curve.of(w + h) - curve.of(w - h)) / (2 * h), 5);
      }),
    );
  });
});

describe('the way down', () => {
  test.each(OPTIMIZER_IDS)('%s arrives in the bowl, whatever way it is turned', (optimizer) => {
    for (const seed of [1, 2, 3]) {
      const dealt = dealLandscape('bowl', createRandom(seed));
      expect(walkDown(dealt, { ...plain, optimizer }, createRandom(1), 500).outcome).toBe('arrived');
    }
  });

  test('on a parabola of curvature 1: rate 0.5 converges, 1 lands at once, 2 swings, beyond 2 diverges', () => {
    const at = (learningRate: number, count: number) =>
      take(descendCurve(CURVES.parabola(), 3, { ...plain, learningRate }, createRandom(1)), count);
    expect(at(0.5, 3).map((point) => point.a)).toEqual([3, 1.5, 0.75]);
    expect(at(1, 2)[1]!.a).toBe(0);
    expect(at(2, 4).map((point) => point.a)).toEqual([3, -3, 3, -3]);
    const lost = at(2.5, 1000);
    expect(lost.length).toBeLessThan(50);
    expect(lost.at(-1)).toMatchObject({ diverged: true, slope: null });
    expect(lost.slice(0, -1).every((point) => !point.diverged)).toBe(true);
  });

  test('in the narrow valley momentum arrives sooner than plain descent, and a large rate diverges', () => {
    const valley = LANDSCAPES['narrow-valley'];
    const steps = (optimizer: DescentSettings['optimizer'], learningRate: number) =>
      walkDown(valley, { ...plain, optimizer, learningRate }, createRandom(1), 1000);
    expect(steps('momentum', 0.03).steps).toBeLessThan(steps('sgd', 0.03).steps);
    expect(steps('sgd', 0.25).outcome).toBe('diverged');
  });

  test('two valleys: plain descent stays in the shallow one', () => {
    const path = take(descend(LANDSCAPES['two-valleys'], plain, createRandom(1)), 400);
    expect(path.at(-1)!.a).toBeLessThan(0);
    expect(walkDown(LANDSCAPES['two-valleys'], plain, createRandom(1), 400).outcome).toBe('not-there');
  });

  test('smaller batches err more, by the square root; the same seed errs the same', () => {
    const spread = (batch: number) => {
      const bowl = LANDSCAPES.bowl;
      const path = take(descend(bowl, { ...plain, learningRate: 0, batch }, createRandom(5)), 4000);
      const { a } = bowl.slope(bowl.start.a, bowl.start.b);
      return Math.sqrt(path.reduce((sum, point) => sum + (point.slope!.a - a) ** 2, 0) / path.length);
    };
    expect(spread(1) / spread(16)).toBeCloseTo(4, 1);
    const settings = { ...plain, batch: 1 };
    expect(take(descend(LANDSCAPES.bowl, settings, createRandom(5)), 50)).toEqual(
      take(descend(LANDSCAPES.bowl, settings, createRandom(5)), 50),
    );
  });
});
