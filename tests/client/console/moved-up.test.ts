import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptInOrder, movedUp } from '@/client/console/moved-up';

const up = (before: string, after: string) => [...movedUp(before.split(''), after.split(''))].join('');

describe('who has moved up', () => {
  it('is who has passed somebody', () => expect(up('abcde', 'dabce')).toBe('d'));
  it('is nobody when one falls, though all stand higher then', () => expect(up('abcde', 'bcdea')).toBe(''));
  it('is nobody when somebody leaves or comes', () => expect(up('abcd', 'bxcd')).toBe(''));
  it('is everybody who has jumped', () => expect(up('abcdef', 'efabcd')).toBe('ef'));

  it('is who stands before somebody behind whom they stood, and no more than it takes to explain the new order', () => {
    const orders = fc
      .uniqueArray(fc.nat(30), { maxLength: 12 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })));
    fc.assert(
      fc.property(orders, ([numbers, shuffled]) => {
        const before = numbers.map(String);
        const after = shuffled.map(String);
        const moved = movedUp(before, after);
        for (const id of moved) {
          expect(after.indexOf(id)).toBeLessThan(before.indexOf(id));
          const passed = after.slice(after.indexOf(id) + 1);
          expect(passed.some((other) => before.indexOf(other) < before.indexOf(id))).toBe(true);
        }
        if (before.join() === after.join()) expect(moved.size).toBe(0);
      }),
    );
  });
});

describe('who is kept in order', () => {
  it('is all but the one who has risen, however many it has passed', () =>
    expect([...keptInOrder([...'abcdef'], [...'fabcde'])].join('')).toBe('abcde'));
  it('is none of those who have come or gone', () =>
    expect([...keptInOrder([...'abc'], [...'xbc'])].join('')).toBe('bc'));
});
