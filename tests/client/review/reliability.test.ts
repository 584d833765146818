import { describe, expect, test } from 'vitest';
import { reliability } from '@/client/review/compare/reliability';
import { axisLineAt } from '@/client/review/pictures/axis-line-at';

/** Of pictures of two labels: the share given to the first, and whether that is right. */
const answers = (...given: readonly [share: number, right: boolean][]) => ({
  labels: Uint8Array.from(given, ([share, right]) => (share >= 0.5 === right ? 0 : 1)),
  probabilities: Float32Array.from(given.flatMap(([share]) => [share, 1 - share])),
});

describe('whether a network is right as often as it says', () => {
  test('answers are put together by how sure it was of them, and the gap is their mean', () => {
    const { bins, error } = reliability(answers([0.75, true], [0.75, false], [1, true], [0.25, true]));
    expect(bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0.7, to: 0.8, count: 3, right: 2, sure: 0.75 },
      { from: 0.9, to: 1, count: 1, right: 1, sure: 1 },
    ]);
    expect(error).toBeCloseTo(Math.abs(2 - 2.25) / 4);
  });

  test('who is always right and says so has no gap', () => {
    expect(reliability(answers([1, true], [0, true])).error).toBe(0);
    expect(reliability({ labels: new Uint8Array(), probabilities: new Float32Array() }).error).toBe(0);
  });
});

describe('the line that is pointed at', () => {
  const lines = [{ heights: [0, 100, 50] }, { heights: [100, 0, null] }, { heights: [null, 50, 50] }];
  const at = (x: number, y: number) => axisLineAt(lines, [0, 100, 200], { x, y }, 8);

  test('is the nearest between its axes, within reach, and only where both values are known', () => {
    expect(at(25, 27)).toBe(0);
    expect(at(25, 72)).toBe(1);
    expect(at(0, 98)).toBe(1);
    expect(at(100, 50)).toBe(2);
    expect(at(150, 52)).toBe(2);
    expect(at(150, 20)).toBeNull();
    expect(at(25, 50)).toBeNull();
    expect(at(-5, 0)).toBeNull();
    expect(at(205, 50)).toBeNull();
  });
});
