import { describe, expect, it } from 'vitest';
import { classGain } from '@/classroom/gain';

const times = <Thing>(count: number, thing: Thing) => Array.from({ length: count }, () => thing);

describe('the normalised gain of a class', () => {
  it('is of what could still be gained the share that was', () => {
    // 0.25 before and 0.7 after: 0.45 of 0.75.
    const pairs = [...times(10, { before: 0, after: 0.5 }), ...times(5, { before: 0.5, after: 1 })];
    const { both, shares } = classGain([...pairs, ...times(5, { before: 0.5, after: 0.8 })]);
    expect(both).toBe(20);
    expect(shares).toMatchObject({ before: 0.25, after: expect.closeTo(0.7), gain: expect.closeTo(0.6) });
    const [from, to] = shares!.interval!;
    expect(from).toBeLessThan(0.6);
    expect(to).toBeGreaterThan(0.6);
    expect(to).toBeLessThanOrEqual(1);
  });

  it('is negative where more was right before', () => {
    expect(classGain(times(6, { before: 0.5, after: 0 })).shares).toMatchObject({ gain: -1 });
  });

  it('says nothing of a handful, and gives no interval for a few', () => {
    expect(classGain(times(4, { before: 0, after: 1 }))).toEqual({ both: 4, shares: null });
    expect(classGain(times(9, { before: 0, after: 1 })).shares).toEqual({
      ...{ before: 0, after: 1, gain: 1, interval: null },
    });
  });

  it('is none where everybody had all right before', () => {
    expect(classGain(times(12, { before: 1, after: 1 })).shares).toEqual({
      ...{ before: 1, after: 1, gain: null, interval: null },
    });
  });

  it('has the interval that leaving out each student in turn gives', () => {
    // Against the formula, worked out by itself: half of ten gain everything, half of them half.
    const pairs = [...times(5, { before: 0, after: 1 }), ...times(5, { before: 0, after: 0.5 })];
    const without = pairs.map((_, left) => {
      const rest = pairs.filter((_pair, at) => at !== left);
      return rest.reduce((sum, { after }) => sum + after, 0) / rest.length;
    });
    const mean = without.reduce((sum, one) => sum + one, 0) / 10;
    const error = Math.sqrt(0.9 * without.reduce((sum, one) => sum + (one - mean) ** 2, 0));
    const { interval } = classGain(pairs).shares!;
    // t at 97.5% with 9 degrees of freedom.
    expect(interval![0]).toBeCloseTo(0.75 - 2.262 * error, 2);
    expect(interval![1]).toBeCloseTo(0.75 + 2.262 * error, 2);
  });
});
