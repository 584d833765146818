import { describe, expect, it } from 'vitest';
import { PointSeries } from '@/client/training/point-series';
import { point } from '@/tests/client/live/run-pieces';

const steps = (series: PointSeries) => series.points().map(({ step }) => step);

describe('points for drawing', () => {
  it('only grow: a step that is known is not added again', () => {
    const series = new PointSeries();
    expect([1, 2, 2, 1, 3].map((step) => series.add(point(step)))).toEqual([true, true, false, false, true]);
    expect(steps(series)).toEqual([1, 2, 3]);
  });

  it('stay bounded and evenly spread, with the newest always there', () => {
    const series = new PointSeries(200);
    for (let step = 1; step <= 20_000; step += 1) {
      series.add(point(step));
      expect(series.points().length).toBeLessThanOrEqual(201);
      expect(series.lastStep).toBe(step);
    }
    expect(series.points().length).toBeGreaterThan(90);
    const gaps = steps(series)
      .slice(1)
      .map((step, i) => step - steps(series)[i]!);
    expect(Math.max(...gaps) / Math.min(...gaps.slice(0, -1))).toBeLessThanOrEqual(2);
  });

  it('keep measurements of validation longest', () => {
    const series = new PointSeries(200);
    for (let step = 1; step <= 2_000; step += 1) {
      series.add(point(step, step % 100 === 0 ? { validationLoss: 1 } : {}));
    }
    const measured = series.points().filter(({ validationLoss }) => validationLoss !== null);
    expect(measured).toHaveLength(20);
  });

  it('merge what the server has with what is here', () => {
    const series = new PointSeries();
    series.replace([point(3), point(1), point(2), point(2), point(5)]);
    expect(steps(series)).toEqual([1, 2, 3, 5]);
  });

  it('are the same array until something changes', () => {
    const series = new PointSeries();
    series.add(point(1));
    const before = series.points();
    expect(series.points()).toBe(before);
    series.add(point(2));
    expect(series.points()).not.toBe(before);
    expect(before).toHaveLength(1);
  });
});
