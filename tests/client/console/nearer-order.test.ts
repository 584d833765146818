import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptInOrder } from '@/client/console/moved-up';
import { nearerOrder } from '@/client/console/nearer-order';

const ids = Array.from({ length: 12 }, (_, i) => String.fromCharCode(97 + i));
const orders = fc.shuffledSubarray(ids, { minLength: ids.length });

test('at most so many change places, the foremost first; all of them are there after a few goes', () => {
  fc.assert(
    fc.property(orders, orders, fc.integer({ min: 1, max: 5 }), (shown, wanted, most) => {
      const out = (order: readonly string[]) => wanted.length - keptInOrder(order, wanted).size;
      const nearer = nearerOrder(shown, wanted, most);
      expect([...nearer].sort()).toEqual(ids);
      expect(ids.length - keptInOrder(shown, nearer).size).toBeLessThanOrEqual(most);
      expect(out(nearer)).toBeLessThanOrEqual(Math.max(0, out(shown) - most));
      let order: readonly string[] = shown;
      for (let go = 0; go < Math.ceil(out(shown) / most); go++) order = nearerOrder(order, wanted, most);
      expect(order).toEqual(wanted);
    }),
  );
});

test('who is wanted first is first at once', () => {
  expect(nearerOrder(['a', 'b', 'c', 'd', 'e'], ['e', 'd', 'c', 'b', 'a'], 1)).toEqual([
    'e',
    'a',
    'b',
    'c',
    'd',
  ]);
  expect(nearerOrder(['a', 'b', 'c', 'd'], ['a', 'd', 'b', 'c'], 1)).toEqual(['a', 'd', 'b', 'c']);
});
