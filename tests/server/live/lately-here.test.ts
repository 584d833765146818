import { expect, test } from 'vitest';
import { LatelyHere } from '@/server/live/lately-here';

test('who reloads keeps the seat for some seconds, and a class that comes back after a restart for a minute', () => {
  let now = 5_000;
  const here = new Set<string>(['a']);
  const lately = new LatelyHere(
    (id) => here.has(id),
    () => now,
  );
  // Just read: nobody has had the time to come back.
  expect(lately.was('b')).toBe(true);
  here.delete('a');
  lately.left('a');
  now += 9_999;
  expect(lately.was('a')).toBe(true);
  now += 1;
  expect(lately.was('a')).toBe(false);
  now += 50_000;
  expect(lately.was('b')).toBe(false);
  here.add('a');
  expect(lately.was('a')).toBe(true);
});
