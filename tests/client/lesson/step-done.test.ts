import { expect, it } from 'vitest';
import { lasting } from '@/client/lesson/use-step-done';
import type { ToldItem } from '@/protocol/done';

const item = (what: ToldItem['what'], reached: number, of = 1): ToldItem => ({ what, reached, of });

it('keeps a goal and a run that were reached once, and lets rows be wrong again', () => {
  expect(lasting(item('run', 1), item('run', 0))).toEqual(item('run', 1));
  expect(lasting(item('goal', 0), item('goal', 1))).toEqual(item('goal', 1));
  expect(lasting(item('rows', 4, 4), item('rows', 3, 4))).toEqual(item('rows', 3, 4));
  expect(lasting(item('run', 1), item('points', 2, 9))).toEqual(item('points', 2, 9));
  expect(lasting(item('goal', 1), null)).toBeNull();
  expect(lasting(null, item('run', 0))).toEqual(item('run', 0));
});
