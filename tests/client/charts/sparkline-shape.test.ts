import { describe, expect, it } from 'vitest';
import { shapeSparkline } from '@/client/charts/sparkline-shape';
import { DATASETS } from '@/protocol/datasets';

const CHANCE = DATASETS.digits.chance;

describe('shape of a live curve', () => {
  it('spans the box, oldest left, newest right', () => {
    const { loss, accuracy, end } = shapeSparkline(
      [
        [10, 2, 0],
        [20, 1, 0.5],
        [30, 0, 1],
      ],
      100,
      50,
      5,
      CHANCE,
    );
    expect([accuracy[0], accuracy[1]]).toEqual([5, 45]);
    expect([accuracy[4], accuracy[5]]).toEqual([95, 5]);
    expect([loss[4], loss[5]]).toEqual([95, 45]);
    expect(end).toEqual({ x: 95, y: 5 });
  });

  it('stays inside the box when a loss explodes or is no number', () => {
    const { loss } = shapeSparkline(
      [
        [1, 1e9, 0.1],
        [2, null, null],
        [3, Number.POSITIVE_INFINITY, 0.1],
        [4, 2, 0.1],
      ],
      100,
      50,
      5,
      CHANCE,
    );
    for (let i = 1; i < loss.length; i += 2) {
      if (!Number.isNaN(loss[i])) expect(loss[i]).toBeGreaterThanOrEqual(5);
    }
    expect(Number.isNaN(loss[2])).toBe(true);
    expect(Number.isNaN(loss[4])).toBe(true);
  });

  it('draws nothing for an empty curve and one dot for one point', () => {
    expect(shapeSparkline([], 100, 50, 5, CHANCE)).toMatchObject({ loss: [], accuracy: [], end: null });
    expect(shapeSparkline([[7, 1, 0.2]], 100, 50, 5, CHANCE).end?.x).toBe(5);
  });
});
