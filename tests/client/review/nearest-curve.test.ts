import { describe, expect, it } from 'vitest';
import { plotArea } from '@/client/charts/plot/plot-area';
import { nearestCurve } from '@/client/review/compare/nearest-curve';

const AREA = plotArea({ left: 50, top: 10, right: 250, bottom: 110 }, { range: [0, 100] }, { range: [0, 1] });
/** Level at a value from one place to another. */
const level = (id: string, value: number, from = 0, to = 100) => ({
  id,
  points: [
    [from, value],
    [to, value],
  ] as [number, number][],
});
const rising = {
  id: 'rising',
  points: [
    [0, 0],
    [100, 1],
  ] as [number, number][],
};
const at = (x: number, y: number) => ({ x: AREA.x(x), y: AREA.y(y) });

describe('the curve that a pointer means', () => {
  it('is the nearest above or below it, between its points as well', () => {
    const curves = [level('low', 0.2), level('high', 0.8), rising];
    expect(nearestCurve(curves, AREA, at(30, 0.22))).toBe('low');
    expect(nearestCurve(curves, AREA, at(30, 0.76))).toBe('high');
    for (const x of [5, 37, 50, 93]) expect(nearestCurve([rising], AREA, at(x, x / 100))).toBe('rising');
  });

  it('is none far from all, beyond a curve’s ends, or beside the picture', () => {
    const curves = [level('short', 0.5, 20, 60)];
    expect(nearestCurve(curves, AREA, at(40, 0.5))).toBe('short');
    expect(nearestCurve(curves, AREA, at(40, 0.7))).toBeNull();
    expect(nearestCurve(curves, AREA, at(10, 0.5))).toBeNull();
    expect(nearestCurve(curves, AREA, at(70, 0.5))).toBeNull();
    expect(nearestCurve([level('all', 0.5)], AREA, { x: 20, y: AREA.y(0.5) })).toBeNull();
    expect(nearestCurve([], AREA, at(40, 0.5))).toBeNull();
  });

  it('is the one on top of those that lie over each other, also where a course has several values at one place', () => {
    expect(nearestCurve([level('below', 0.5), level('above', 0.5)], AREA, at(40, 0.5))).toBe('above');
    const still = {
      id: 'still',
      points: [
        [0, 0.1],
        [0, 0.9],
        [0, 0.4],
      ] as [number, number][],
    };
    expect(nearestCurve([still], AREA, at(0, 0.1))).toBe('still');
  });
});
