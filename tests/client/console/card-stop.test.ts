import { expect, test } from 'vitest';
import { CardStop } from '@/client/console/keys/card-stop';

test('Tab comes to the first card until another was used, and to the first again once that one is gone', () => {
  const stop = new CardStop();
  let told = 0;
  stop.subscribe(() => {
    told += 1;
  });
  stop.stand(['a', 'b', 'c']);
  expect(['a', 'b', 'c'].filter((id) => stop.isAt(id))).toEqual(['a']);
  stop.use('b');
  stop.stand(['c', 'b', 'a']);
  expect(['a', 'b', 'c'].filter((id) => stop.isAt(id))).toEqual(['b']);
  const before = told;
  stop.use('b');
  stop.stand(['c', 'b', 'a']);
  expect(told).toBe(before);
  stop.stand(['c', 'a']);
  expect(['a', 'b', 'c'].filter((id) => stop.isAt(id))).toEqual(['c']);
});
