import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pump } from '@/base/pump';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('whatever is asked is done soon after, once a pause at most, and nothing is done unasked', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(250), { maxLength: 60 }), (waits) => {
      const times: number[] = [];
      let asked = false;
      const pump = new Pump(
        () => 100,
        () => {
          expect(asked).toBe(true);
          asked = false;
          times.push(performance.now());
        },
      );
      for (const wait of waits) {
        asked = true;
        pump.ask();
        expect(pump.due).toBe(true);
        vi.advanceTimersByTime(wait);
        // Nobody waits longer than a pause.
        if (wait >= 100) expect(asked).toBe(false);
      }
      vi.runAllTimers();
      expect(asked).toBe(false);
      expect(pump.due).toBe(false);
      for (const [index, time] of times.entries())
        if (index > 0) expect(time - times[index - 1]!).toBeGreaterThanOrEqual(100);
    }),
  );
});

test('after a quiet time at once; asked for again while it is done, after a pause; closed, not at all', () => {
  const times: number[] = [];
  const pump: Pump = new Pump(
    () => 100,
    () => {
      times.push(performance.now());
      if (times.length === 1) pump.ask();
    },
  );
  const begin = performance.now();
  pump.ask();
  vi.advanceTimersByTime(0);
  expect(times).toEqual([begin]);
  vi.advanceTimersByTime(99);
  expect(times).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(times).toEqual([begin, begin + 100]);
  pump.ask();
  pump.close();
  vi.runAllTimers();
  expect(times).toHaveLength(2);
});
