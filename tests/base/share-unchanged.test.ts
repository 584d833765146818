import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareUnchanged } from '@/base/share-unchanged';

describe('a value that shares with the one before what has not changed', () => {
  const older = {
    roster: [
      { id: 'a', mark: { colour: 1 }, sent: 0 },
      { id: 'b', mark: { colour: 2 }, sent: 0 },
    ],
    board: { rows: [] },
  };

  it('keeps each part that is equal', () => {
    const newer = structuredClone(older);
    newer.roster[1]!.sent = 1;
    const shared = shareUnchanged(older, newer);
    expect(shared).toEqual(newer);
    expect(shared).not.toBe(older);
    expect(shared.board).toBe(older.board);
    expect(shared.roster[0]).toBe(older.roster[0]);
    expect(shared.roster[1]).not.toBe(older.roster[1]);
    expect(shared.roster[1]!.mark).toBe(older.roster[1]!.mark);
  });

  it('keeps a list that has grown entry by entry, and is a new one', () => {
    const shared = shareUnchanged(older.roster, [...structuredClone(older.roster), { id: 'c' }]);
    expect(shared).not.toBe(older.roster);
    expect(shared.slice(0, 2)).toEqual(older.roster);
    expect(shared[0]).toBe(older.roster[0]);
    expect(shareUnchanged(older.roster, structuredClone(older.roster.slice(0, 1)))).not.toBe(older.roster);
  });

  it('is always equal to the newer one, and the older one itself where they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(shareUnchanged(before, structuredClone(after))).toEqual(after);
        const again = structuredClone(before);
        expect(Object.is(shareUnchanged(before, again), before)).toBe(true);
      }),
    );
  });

  it('tells a key that is missing from one that is undefined', () => {
    expect(shareUnchanged({ b: undefined }, { a: 1 })).toEqual({ a: 1 });
    expect(Object.keys(shareUnchanged({ b: 1 }, { a: undefined }))).toEqual(['a']);
  });
});
