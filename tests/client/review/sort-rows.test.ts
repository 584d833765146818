import { describe, expect, it } from 'vitest';
import { sortRows } from '@/client/review/sort-rows';

describe('sorting rows', () => {
  it('puts what is not known last in both directions', () => {
    const rows = [null, 0.2, 0.9, null, 0.5];
    expect(sortRows(rows, (row) => row, 'ascending', 'en')).toEqual([0.2, 0.5, 0.9, null, null]);
    expect(sortRows(rows, (row) => row, 'descending', 'en')).toEqual([0.9, 0.5, 0.2, null, null]);
  });
  it('sorts texts as people do and keeps equals in order', () => {
    expect(sortRows(['Kim 10', 'ada', 'kim 2'], (row) => row, 'ascending', 'en')).toEqual([
      'ada',
      'kim 2',
      'Kim 10',
    ]);
    const rows = [
      { n: 1, k: 'a' },
      { n: 2, k: 'A' },
    ];
    expect(sortRows(rows, ({ k }) => k, 'descending', 'en').map(({ n }) => n)).toEqual([1, 2]);
  });
  it('does not touch the rows it was given', () => {
    const rows = [2, 1];
    sortRows(rows, (row) => row, 'ascending', 'en');
    expect(rows).toEqual([2, 1]);
  });
});
