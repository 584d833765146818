import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Arrivals } from '@/client/lesson/arrivals';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Who comes, in letters; what is told of it. */
function door() {
  const told: string[] = [];
  const arrivals = new Arrivals<string>(
    (before, now) => {
      const come = [...now].filter((one) => !before.includes(one));
      return come.length === 0 ? null : `${come.join('')} of ${now.length}`;
    },
    (words) => told.push(words),
  );
  return { told, arrivals };
}

it('the first is told of at once, all who come within five seconds together', () => {
  const { told, arrivals } = door();
  arrivals.see('ab');
  vi.advanceTimersByTime(60_000);
  arrivals.see('abc');
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['c of 3']);
  for (const here of ['abcd', 'abcde', 'abcdef']) {
    vi.advanceTimersByTime(1_000);
    arrivals.see(here);
  }
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual(['c of 3', 'def of 6']);
});

it('nobody is told of who was there at the beginning, leaves, or is gone again', () => {
  const { told, arrivals } = door();
  arrivals.see('abc');
  arrivals.see('ab');
  vi.advanceTimersByTime(10_000);
  arrivals.see('abd');
  vi.advanceTimersByTime(0);
  arrivals.see('abde');
  vi.advanceTimersByTime(1_000);
  arrivals.see('abd');
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(['d of 3']);
  expect(vi.getTimerCount()).toBe(0);
});

it('who went and comes back is told of again', () => {
  const { told, arrivals } = door();
  arrivals.see('ab');
  arrivals.see('a');
  arrivals.see('ab');
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['b of 2']);
});

it('is silent once it is closed', () => {
  const { told, arrivals } = door();
  arrivals.see('');
  arrivals.see('a');
  arrivals.close();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
});
