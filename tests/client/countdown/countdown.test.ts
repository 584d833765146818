import { describe, expect, it } from 'vitest';
import { saidOf } from '@/client/countdown/said-of';
import { clockText } from '@/client/i18n/clock-text';

describe('a countdown on a screen', () => {
  it('is read like a clock', () => {
    expect([0, 5, 65, 600, 3_600, 10_800].map(clockText)).toEqual([
      '0:00',
      '0:05',
      '1:05',
      '10:00',
      '1:00:00',
      '3:00:00',
    ]);
  });

  it('says that it begins, that a minute is left and that it is over, and nothing between', () => {
    const run = (...seconds: (number | null)[]) => {
      let before: number | null | undefined;
      return seconds.map((now) => {
        const word = saidOf(before, now);
        before = now;
        return word;
      });
    };
    expect(run(null, 62, 61, 60, 59, 1, 0, 0, null)).toEqual([
      null,
      'begun',
      null,
      'minute',
      null,
      null,
      'over',
      null,
      null,
    ]);
    // A page that comes meanwhile, or afterwards, says nothing of what was.
    expect(run(30, 29)).toEqual([null, null]);
    expect(run(0, 0)).toEqual([null, null]);
    // A short one has no last minute; more time brings it anew.
    expect(run(null, 30, 10)).toEqual([null, 'begun', null]);
    expect(run(null, 70, 59, 119, 60)).toEqual([null, 'begun', 'minute', null, 'minute']);
    // A tab that slept hears of the end alone.
    expect(run(null, 300, 0)).toEqual([null, 'begun', 'over']);
  });
});
