import { describe, expect, it } from 'vitest';
import { MAP_MEASURES, MEASURE_RULES } from '@/client/everybody/map-measures';
import { isEnclosed, laidApart, mapAxis, mapPoints, neighbourOf } from '@/client/everybody/map-points';
import { axisTicks } from '@/client/everybody/map-ticks';
import type { StudentTrace } from '@/client/everybody/traces';

const CHANCE = { accuracy: 0.1, loss: 2 };
const trace = (id: string, given: Partial<StudentTrace> = {}): StudentTrace => ({
  id,
  mark: { colour: 0, glyph: 0 },
  here: true,
  curve: [
    [10, 2, 0.1],
    [20, 1, null],
    [40, 0.5, 0.8],
  ],
  last: { step: 40, epoch: 4, loss: 0.5, accuracy: 0.8, examplesPerSecond: 300 },
  ...given,
});

const PAPER = { left: 0, right: 1_000, top: 0, bottom: 600 };

describe('the class as a map', () => {
  it('puts everybody of whom both measures are known, loss over that of guessing, with the way there', () => {
    const idle = trace('b', { curve: [], last: null, submissions: 2 });
    const [point, ...others] = mapPoints([trace('a'), idle], { x: 'epochs', y: 'loss' }, CHANCE);
    expect(others).toEqual([]);
    expect(point).toMatchObject({ id: 'a', x: 4, y: 0.25 });
    expect(point!.trail).toEqual([
      { x: 1, y: 1 },
      { x: 2, y: 0.5 },
      { x: 4, y: 0.25 },
    ]);
    // What has no number at a point is left out of the way.
    expect(mapPoints([trace('a')], { x: 'epochs', y: 'accuracy' }, CHANCE)[0]!.trail).toHaveLength(2);
    expect(mapPoints([trace('a')], { x: 'speed', y: 'accuracy' }, CHANCE)[0]!.trail).toEqual([]);
    expect(mapPoints([trace('a'), idle], { x: 'submissions', y: 'result' }, null)).toEqual([]);
    const placed = mapPoints([{ ...idle, result: 0.5 }], { x: 'submissions', y: 'result' }, null);
    expect(placed).toMatchObject([{ x: 2, y: 0.5 }]);
  });

  it('keeps what is no number, or nothing, out of logarithmic axes', () => {
    const broken = trace('a', { rate: 0, last: { ...trace('a').last!, loss: null, examplesPerSecond: 0 } });
    for (const measure of ['rate', 'speed', 'loss'] as const)
      expect(MEASURE_RULES[measure].of(broken, CHANCE)).toBeNull();
  });

  it('has an axis with ticks for every measure, whatever is there', () => {
    for (const measure of MAP_MEASURES)
      for (const values of [[], [0.5], [0.003, 0.3, 7], [1200, 90_000]]) {
        const axis = mapAxis(measure, values);
        expect(axis.range[1], `${measure} ${values}`).toBeGreaterThan(axis.range[0]);
        expect(axisTicks(axis).length, `${measure} ${values}`).toBeGreaterThan(1);
        expect(axisTicks(axis).length).toBeLessThan(12);
      }
    expect(mapAxis('rate', [0.02, 0.5]).range).toEqual([0.01, 1]);
    expect(mapAxis('loss', [0.4, 900]).range).toEqual([0, 2]);
  });

  it('lays apart what would hide each other, and leaves alone what does not', () => {
    const points = Array.from({ length: 60 }, (_, index) => ({ id: String(index), x: 100, y: 100 }));
    const placed = laidApart([...points, { id: 'far', x: 900, y: 100 }], 12, PAPER);
    expect(placed[0]).toMatchObject({ x: 100, y: 100 });
    expect(placed.at(-1)).toMatchObject({ x: 900, y: 100 });
    for (const [index, a] of placed.entries())
      for (const b of placed.slice(index + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(12);
    expect(laidApart(points, 12, PAPER)).toEqual(placed.slice(0, 60));
  });

  it('lays nobody beside the paper, where the figures stand, as long as it has room', () => {
    const corner = Array.from({ length: 60 }, (_, index) => ({ id: String(index), x: 0, y: 600 }));
    for (const { x, y } of laidApart(corner, 12, PAPER)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(600);
    }
    expect(laidApart(corner, 400, { ...PAPER, right: 10, top: 590 })).toHaveLength(60);
  });

  it('knows who is inside a line, also a bent one', () => {
    const horseshoe = [
      [0, 0],
      [30, 0],
      [30, 30],
      [20, 30],
      [20, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ].map(([x, y]) => ({ x: x!, y: y! }));
    expect(isEnclosed({ x: 5, y: 20 }, horseshoe)).toBe(true);
    expect(isEnclosed({ x: 15, y: 20 }, horseshoe)).toBe(false);
    expect(isEnclosed({ x: 15, y: 5 }, horseshoe)).toBe(true);
    expect(isEnclosed({ x: 40, y: 5 }, horseshoe)).toBe(false);
  });

  it('goes to the neighbour in a direction, rather straight on than aside', () => {
    const from = { x: 0, y: 0 };
    const near = { id: 'near', x: 10, y: 2 };
    const aside = { id: 'aside', x: 8, y: 12 };
    const below = { id: 'below', x: -1, y: 30 };
    const all = [near, aside, below];
    expect(neighbourOf(from, all, 'right')).toBe(near);
    expect(neighbourOf(from, all, 'down')).toBe(aside);
    expect(neighbourOf(from, [near, below], 'down')).toBe(below);
    expect(neighbourOf(from, all, 'left')).toBeNull();
  });
});
