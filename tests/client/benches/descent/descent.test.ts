import { describe, expect, test } from 'vitest';
import {
  CURVE_IDS,
  CURVE_STARTS,
  curveShape,
  lowestOn,
  storyOf,
  toldAt,
  walkCurve,
} from '@/client/benches/descent/curve-story';
import { arrivalOf, endOf, outcomeAt, pathOf } from '@/client/benches/descent/descent-trace';
import { aheadShape, FIRST_AHEAD } from '@/client/benches/descent/kept-ahead';
import { landscapeShape, MAP_STEPS } from '@/client/benches/descent/kept-landscape';
import {
  contourLevels,
  contourPath,
  cornerHeights,
  heightShares,
  MAP,
  mapPlace,
  mapTicks,
  placeByKey,
  placeOnMap,
} from '@/client/benches/descent/map-shape';
import {
  BATCH_IDS,
  BATCHES,
  dealNoise,
  NOISE_TICKS,
  noisePath,
  noiseShape,
  stepsAfter,
} from '@/client/benches/descent/noise-paths';
import { positionOf, rateOf, writeRate } from '@/client/benches/descent/rate-scale';
import {
  byDivergence,
  descentWorkShape,
  FIRST_DESCENT,
  nextChange,
  type WalkTry,
  walkKey,
  withStep,
} from '@/client/benches/descent/walk-tries';
import { ranked, withTry } from '@/client/benches/frame/tries';
import { CURVES } from '@/engine/landscape/curves';
import { LANDSCAPES, landscapeGrid } from '@/engine/landscape/landscapes';

describe('what a rate makes of a walk on the parabola', () => {
  const parabola = CURVES.parabola();
  test.each([
    [0.01, 'creeps'],
    [0.1, 'slides'],
    [0.9, 'slides'],
    [1, 'slides'],
    [1.5, 'swings'],
    [1.9, 'swings'],
    [2.1, 'flies'],
    [4, 'flies'],
  ] as const)('%d: it %s', (rate, story) => {
    expect(storyOf(walkCurve(parabola, 3, rate))).toBe(story);
  });

  test('flying out is told when the ball leaves the picture, not only when it is lost', () => {
    const walk = walkCurve(parabola, 3, 2.1);
    const told = toldAt(parabola, walk);
    expect(told).toBe(4);
    expect(Math.abs(walk.path[told]!.a)).toBeGreaterThan(4);
    expect(walk.end).toBeGreaterThan(told);
  });

  test('the lowest points are found on every curve, and no start is one', () => {
    expect(lowestOn(parabola)).toBeCloseTo(0, 6);
    for (const id of CURVE_IDS) {
      const curve = CURVES[id]();
      const lowest = lowestOn(curve);
      expect(curve.slope(lowest)).toBeCloseTo(0, 4);
      expect(Math.abs(lowest - CURVE_STARTS[id])).toBeGreaterThan(0.3);
    }
  });

  test('damaged work is not taken up', () => {
    const good = { curve: 'parabola', start: 2, rate: 0.5, taken: 3 };
    expect(curveShape(good)).toEqual(good);
    for (const bad of [
      null,
      { ...good, start: 9 },
      { ...good, rate: 0 },
      { ...good, taken: 1.5 },
      { ...good, curve: 'x' },
    ])
      expect(curveShape(bad)).toBeUndefined();
  });
});

describe('walks on landscapes', () => {
  const outcomeOf = (id: keyof typeof LANDSCAPES, learningRate: number) => {
    const landscape = LANDSCAPES[id];
    const path = pathOf(landscape, { optimizer: 'sgd', learningRate }, MAP_STEPS);
    return outcomeAt(landscape, path, endOf(landscape, path), MAP_STEPS);
  };

  test('end as they should', () => {
    expect(outcomeOf('bowl', 0.15)).toBe('arrived');
    expect(outcomeOf('bowl', 2.5)).toBe('diverged');
    expect(outcomeOf('two-valleys', 0.15)).toBe('stuck');
    expect(outcomeOf('plateau', 0.01)).toBe('not-there');
  });

  test('a walk ends one step after its arrival, so that it is seen to stay', () => {
    const path = pathOf(LANDSCAPES.bowl, { optimizer: 'sgd', learningRate: 1 }, MAP_STEPS);
    expect(arrivalOf(LANDSCAPES.bowl, path)).toBe(1);
    expect(endOf(LANDSCAPES.bowl, path)).toBe(2);
    expect(outcomeAt(LANDSCAPES.bowl, path, 1, MAP_STEPS)).not.toBe('arrived');
    expect(outcomeAt(LANDSCAPES.bowl, path, 2, MAP_STEPS)).toBe('arrived');
  });

  test('damaged work is not taken up', () => {
    const good = { landscape: 'saddle', start: { a: 1, b: -2 }, taken: 5, rate: 0.2 };
    expect(landscapeShape(good)).toEqual(good);
    expect(landscapeShape({ ...good, start: null })).toEqual({ ...good, start: null });
    for (const bad of [
      null,
      { ...good, start: { a: 90, b: 0 } },
      { ...good, start: {} },
      { ...good, rate: 'x' },
      { ...good, landscape: 'hill' },
    ])
      expect(landscapeShape(bad)).toBeUndefined();
    expect(aheadShape(FIRST_AHEAD)).toEqual(FIRST_AHEAD);
    expect(aheadShape({ ...FIRST_AHEAD, rates: { sgd: 1 } })).toBeUndefined();
  });
});

describe('the map', () => {
  test('places go there and back, held to the map', () => {
    const { x, y } = mapPlace(4, { a: -3, b: 2 });
    expect(placeOnMap(4, { x, y })).toEqual({ a: -3, b: 2 });
    expect(placeOnMap(4, { x: 2 * MAP, y: -9 })).toEqual({ a: 4, b: 4 });
  });

  test('arrow keys move a place by a fortieth of the map, and not off it', () => {
    expect(placeByKey(4, { a: -3, b: 2 }, 'ArrowRight')).toEqual({ a: -2.8, b: 2 });
    expect(placeByKey(4, { a: -3, b: 2 }, 'ArrowLeft')).toEqual({ a: -3.2, b: 2 });
    expect(placeByKey(4, { a: -3, b: 2 }, 'ArrowUp')).toEqual({ a: -3, b: 2.2 });
    expect(placeByKey(4, { a: -3, b: 2 }, 'ArrowDown')).toEqual({ a: -3, b: 1.8 });
    expect(placeByKey(3.2, { a: 3.1, b: -3.2 }, 'ArrowRight')).toEqual({ a: 3.2, b: -3.2 });
    expect(placeByKey(4, { a: 0, b: 0 }, 'Enter')).toBeNull();
  });

  test('numbers stand along the axes, clear of the corners and of the axes’ names', () => {
    for (const half of [3, 3.2, 4]) {
      const written = mapTicks(half);
      expect(written.length, `${half}`).toBeGreaterThanOrEqual(4);
      expect(written).toContain(0);
      for (const value of written) {
        const { x } = mapPlace(half, { a: value, b: 0 });
        expect(x).toBeGreaterThan(0.07 * MAP);
        expect(x).toBeLessThan(0.84 * MAP);
      }
    }
  });
  test('contours lie where the height is theirs', () => {
    const { bowl } = LANDSCAPES;
    const path = contourPath(cornerHeights(bowl, 80), 2);
    const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    expect(points.length).toBeGreaterThan(100);
    for (const [, x, y] of points) {
      const a = (Number(x) / MAP) * 8 - 4;
      const b = 4 - (Number(y) / MAP) * 8;
      expect(bowl.of(a, b)).toBeCloseTo(2, 1);
    }
    expect(contourPath(cornerHeights(bowl, 80), 99)).toBe('');
  });

  test('levels rise within the heights, closer together at the bottom; shares run from 0 to 1', () => {
    const levels = contourLevels(1, 5, 10);
    expect(levels[0]).toBeGreaterThan(1);
    expect(levels.at(-1)).toBeLessThan(5);
    expect(levels[1]! - levels[0]!).toBeLessThan(levels[9]! - levels[8]!);
    const shares = heightShares(landscapeGrid(LANDSCAPES.saddle, 20));
    expect(Math.min(...shares)).toBe(0);
    expect(Math.max(...shares)).toBe(1);
  });
});

describe('noise', () => {
  const work = { clock: 'examples', rate: 0.1, draw: 0, taken: 0 } as const;

  test('by the clock of examples all have looked at equally many', () => {
    const regression = dealNoise(4);
    for (const batch of BATCH_IDS) {
      const path = noisePath(regression, batch, work, 4);
      expect(path[stepsAfter(batch, 'examples', NOISE_TICKS)]!.seen).toBe(6 * NOISE_TICKS);
      expect(path).toHaveLength((6 * NOISE_TICKS) / BATCHES[batch] + 1);
      expect(stepsAfter(batch, 'steps', 17)).toBe(17);
    }
  });

  test('another order moves the paths of a few examples, not the path of all', () => {
    const regression = dealNoise(4);
    const end = (batch: (typeof BATCH_IDS)[number], draw: number) =>
      noisePath(regression, batch, { ...work, draw }, 4).at(-1)!.a;
    expect(end('one', 0)).not.toBe(end('one', 1));
    expect(end('all', 0)).toBe(end('all', 1));
  });

  test('damaged work is not taken up', () => {
    expect(noiseShape(work)).toEqual(work);
    for (const bad of [null, { ...work, clock: 'time' }, { ...work, taken: 1e9 }, { ...work, rate: 50 }])
      expect(noiseShape(bad)).toBeUndefined();
  });
});

describe('rates and tries', () => {
  test('a slider’s places are rates of two digits, held to the range', () => {
    const range = { least: 0.001, most: 5 };
    for (const rate of [0.001, 0.01, 0.1, 1, 0.5, 2])
      expect(rateOf(positionOf(rate), range)).toBeCloseTo(rate, 10);
    expect(rateOf(1000, range)).toBe(5);
    expect([0.1, 0.025, 1.5].map(writeRate)).toEqual(['0.1', '0.025', '1.5']);
  });

  test('changes of the rate stay in rising order', () => {
    const settings = FIRST_DESCENT.settings.saddle;
    const first = nextChange(settings);
    const second = nextChange({ ...settings, changes: [first] });
    expect([first.step, second.step]).toEqual([11, 21]);
    const changes = [first, second];
    expect(withStep(changes, 0, 90)[0]!.step).toBe(20);
    expect(withStep(changes, 1, 3)[1]!.step).toBe(12);
    expect(withStep(changes, 0, 0)[0]!.step).toBe(2);
    expect(withStep(changes, 1, 5000)[1]!.step).toBe(200);
  });

  test('stand fewest steps first; damaged ones are left out', () => {
    const one = (steps: number | null, rate: number, diverged = false): WalkTry => ({
      ...FIRST_DESCENT.settings.saddle,
      rate,
      steps,
      diverged,
    });
    let tries: readonly WalkTry[] = [];
    for (const next of [one(null, 5, true), one(30, 0.1), one(null, 0.002), one(12, 0.5), one(30, 0.1)])
      tries = withTry(tries, next, walkKey);
    expect(ranked(tries, 'saddle', byDivergence).map(({ rate }) => rate)).toEqual([0.5, 0.1, 0.002, 5]);
    const kept = JSON.parse(JSON.stringify({ ...FIRST_DESCENT, tries: [...tries, { part: 'saddle' }] }));
    expect(descentWorkShape(kept)!.tries).toEqual(tries);
    expect(descentWorkShape({ ...FIRST_DESCENT, settings: {} })).toBeUndefined();
  });
});
