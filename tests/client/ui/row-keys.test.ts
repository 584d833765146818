import { expect, test } from 'vitest';
import { type RowKeys, rowKeys } from '@/client/ui/use-row-keys';

const begin: RowKeys = { from: -1, keys: new Map() };
const keysOf = ({ keys }: RowKeys) => [...keys];

test('rows in another order: who stays keeps its key, who comes takes that of one that goes, in its place', () => {
  const first = rowKeys(begin, ['a', 'b', 'c', 'd'], 0);
  expect(keysOf(first)).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ]);
  expect(keysOf(rowKeys(first, ['w', 'x', 'y', 'z'], 0)).map(([, key]) => key)).toEqual([0, 1, 2, 3]);
  expect(keysOf(rowKeys(first, ['d', 'x', 'a', 'y'], 0))).toEqual([
    ['d', 3],
    ['x', 1],
    ['a', 0],
    ['y', 2],
  ]);
});

test('more rows than before have keys that no other has, fewer leave theirs', () => {
  const two = rowKeys(rowKeys(begin, ['a', 'b', 'c'], 0), ['c', 'z'], 0);
  const many = rowKeys(two, ['c', 'z', 'a', 'b', 'q'], 0);
  const keys = keysOf(many).map(([, key]) => key);
  expect(new Set(keys).size).toBe(5);
  expect(many.keys.get('c')).toBe(2);
});

test('where the window moves nobody is drawn in the place of another: the focus stays with its row, or goes with it', () => {
  const first = rowKeys(begin, ['a', 'b', 'c'], 0);
  const moved = rowKeys(first, ['b', 'c', 'd'], 6);
  expect(keysOf(moved)).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ]);
});

test('nobody takes the place of the one that has the focus in it, even where that one goes', () => {
  const first = rowKeys(begin, ['a', 'b', 'c'], 0);
  const without = rowKeys(first, ['x', 'y', 'z'], 0, 'b');
  expect(keysOf(without)).toEqual([
    ['x', 0],
    ['y', 2],
    ['z', 3],
  ]);
});
