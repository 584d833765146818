import { describe, expect, it } from 'vitest';
import { commonestConfusion } from '@/client/charts/confusion-cells';
import type { Point } from '@/protocol/run';
import { finalAccuracy, shareOnDiagonal, trainingTime } from '@/protocol/run-figures';

const last = (accuracy: number | null, validationAccuracy: number | null) =>
  ({ accuracy, validationAccuracy }) as Point;

describe('a run in figures', () => {
  it('takes the accuracy from the whole validation set where it was counted', () => {
    const report = {
      confusion: [
        [8, 2],
        [1, 9],
      ],
      seconds: 3,
    };
    expect(finalAccuracy({ report, last: last(0.99, 0.5) })).toEqual({ value: 0.85, measured: 'validation' });
  });
  it('else from the last point, and says when that is training data', () => {
    expect(finalAccuracy({ report: null, last: last(0.9, 0.8) })).toEqual({
      value: 0.8,
      measured: 'validation',
    });
    expect(finalAccuracy({ report: { confusion: [], seconds: 1 }, last: last(0.9, null) })).toEqual({
      value: 0.9,
      measured: 'training',
    });
    expect(finalAccuracy({ report: null, last: last(null, null) }).value).toBeNull();
    expect(finalAccuracy({ report: null, last: null })).toEqual({ value: null, measured: null });
  });
  it('has no share of an empty matrix and no mistake of a perfect one', () => {
    expect(shareOnDiagonal([[0]])).toBeNull();
    expect(
      commonestConfusion([
        [3, 0],
        [0, 4],
      ]),
    ).toBeNull();
    expect(
      commonestConfusion([
        [3, 1],
        [2, 4],
      ]),
    ).toEqual({ label: 1, answer: 0, count: 2 });
  });
  it('tells the time of training without pauses where the browser measured it', () => {
    expect(
      trainingTime({ report: { confusion: [], seconds: 12.5 }, createdAt: 1000, updatedAt: 90_000 }),
    ).toBe(12_500);
    expect(trainingTime({ report: null, createdAt: 1000, updatedAt: 5000 })).toBe(4000);
  });
});
