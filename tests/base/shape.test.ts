import { describe, expect, test } from 'vitest';
import {
  chosenOf,
  flag,
  goodOf,
  integer,
  listOf,
  made,
  nullOr,
  number,
  object,
  oneOf,
  optional,
  or,
  partOf,
  recordOf,
  type Shape,
  text,
  where,
} from '@/base/shape';

const NONE: unknown[] = [undefined, null, true, 0, 'x', [], {}, Number.NaN];

describe('a shape', () => {
  test.each<[string, Shape<unknown>, good: unknown[], bad: unknown[]]>([
    ['text', text(3), ['', 'abc'], ['abcd', 1, null]],
    ['number', number(-1, 1), [-1, 0.5, 1], [1.1, Number.NaN, Infinity, '1', null]],
    ['integer', integer(0), [0, 5, 1e9], [-1, 0.5, '1', Infinity]],
    ['flag', flag, [true, false], [0, 'true', null]],
    ['oneOf', oneOf(['a', 2]), ['a', 2], ['b', '2', null, ['a']]],
    ['nullOr', nullOr(integer()), [null, 3], [undefined, '3']],
    ['listOf', listOf(integer(), 1, 2), [[1], [1, 2]], [[], [1, 2, 3], ['1'], { 0: 1, length: 1 }]],
    ['object', object({ a: integer() }), [{ a: 1 }], [{}, { a: '1' }, [], null]],
    ['where', where(integer(), (value) => value % 2 === 0), [2], [1, '2']],
  ])('%s takes what it says and nothing else', (_, shape, good, bad) => {
    for (const value of good) expect(shape(value)).toEqual(value);
    for (const value of bad) expect(shape(value), JSON.stringify(value)).toBeUndefined();
  });

  test('of an object leaves further fields out, and inherited ones were never kept', () => {
    const shape = object({ a: integer() });
    expect(shape({ a: 1, b: 2 })).toEqual({ a: 1 });
    expect(shape(Object.create({ a: 1 }))).toBeUndefined();
    const named = partOf(['toString', 'b'], () => text());
    expect(named({ b: 'x' })).toEqual({ b: 'x' });
  });

  test('repairs where it is told to, and only there', () => {
    expect(or(integer(), 7)('x')).toBe(7);
    expect(optional(integer(), 7)(undefined)).toBe(7);
    expect(optional(integer(), 7)('x')).toBeUndefined();
    expect(goodOf(integer(), 2)([1, 'x', 2, 3])).toEqual([1, 2]);
    expect(goodOf(integer())('x')).toBeUndefined();
    expect(chosenOf(['a', 'b', 'c'])(['c', 7, 'a', 'a'])).toEqual(['a', 'c']);
    expect(partOf(['a', 'b'], () => integer())({ a: 1, b: 'x', c: 3 })).toEqual({ a: 1 });
    expect(recordOf(integer(), 2)({ a: 'x', b: 1, c: 2, d: 3 })).toEqual({ b: 1, c: 2 });
    expect(recordOf(integer())([1])).toBeUndefined();
  });

  test('makes something of what it reads, or nothing', () => {
    const halved = made(integer(), (value) => (value % 2 === 0 ? value / 2 : undefined));
    expect([4, 3, 'x'].map(halved)).toEqual([2, undefined, undefined]);
  });

  test('throws on nothing', () => {
    const deep = object({ list: listOf(object({ at: oneOf([1]) })), part: partOf(['a'], () => flag) });
    for (const value of NONE)
      for (const other of NONE)
        expect(() => deep({ list: [value, { at: other }], part: other })).not.toThrow();
  });
});
