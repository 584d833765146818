'use client';

import { useState } from 'react';

/** Under which key each row in sight is drawn, and where the first of them stands. */
export interface RowKeys {
  from: number;
  keys: ReadonlyMap<string, number>;
}

const NONE: RowKeys = { from: 0, keys: new Map() };

/**
 * The keys of the rows now in sight. A row that stays keeps its own. Where the rows are put in another order at the same place, those that come
 * are drawn in the place of those that go: what a browser has of a row (elements, styles, boxes) is changed, and not made anew. Where the window
 * moves, rows that come are new; and nobody is drawn in the place of the one that has the focus in it, which would be in another run then.
 * @param ids of the rows, none twice
 * @param held the one that has the focus in it; null: none has
 */
export function rowKeys(
  before: RowKeys,
  ids: readonly string[],
  from: number,
  held: string | null = null,
): RowKeys {
  const stays = new Set(ids);
  const free =
    before.from === from
      ? [...before.keys].flatMap(([id, key]) => (stays.has(id) || id === held ? [] : [key]))
      : [];
  let next = Math.max(-1, ...before.keys.values()) + 1;
  return { from, keys: new Map(ids.map((id) => [id, before.keys.get(id) ?? free.shift() ?? next++])) };
}

/** As `rowKeys`, from one drawing to the next. */
export function useRowKeys(
  ids: readonly string[],
  from: number,
  held: string | null,
): ReadonlyMap<string, number> {
  const [known, setKnown] = useState(NONE);
  if (known.from === from && isSame(known.keys, ids)) return known.keys;
  const next = rowKeys(known, ids, from, held);
  setKnown(next);
  return next.keys;
}

function isSame(keys: ReadonlyMap<string, number>, ids: readonly string[]): boolean {
  if (keys.size !== ids.length) return false;
  let at = 0;
  for (const id of keys.keys()) if (id !== ids[at++]) return false;
  return true;
}
