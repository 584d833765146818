import { expect, test } from 'vitest';
import { acted, looked, OFFER_MS, STUCK_MS, startClock } from '@/client/lesson/goals/progress-clock';

test('whoever reads on is offered a hint after a while, and is not stuck for ever', () => {
  const first = looked(startClock(0), OFFER_MS, true);
  expect(first.worked).toBe(OFFER_MS);
  // Nothing was touched since: somebody talks, or has gone.
  expect(looked(first, 10 * STUCK_MS, true).worked).toBe(OFFER_MS);
});

test('whoever goes on trying without getting further is stuck', () => {
  let clock = startClock(0);
  for (let at = 20_000; at <= STUCK_MS; at += 20_000) clock = acted(clock, at, true);
  expect(clock.worked).toBe(STUCK_MS);
});

test('time in which nobody could get further does not count', () => {
  const away = looked(startClock(0), 30_000, false);
  expect(away.worked).toBe(0);
  expect(acted(away, 40_000, false).worked).toBe(0);
  expect(looked(away, 50_000, true).worked).toBe(20_000);
});
