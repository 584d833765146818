'use client';

import { useCallback, useRef, useState } from 'react';
import { beginHistory, edit, undo } from '@/base/edit-history';
import type { Shape } from '@/base/shape';
import { useStored } from '@/client/live/use-stored';
import type { BenchPlace } from './bench-place';
import { ownKey } from './use-kept';
import { useLaid } from './use-laid';

export interface Edits<Value> {
  value: Value;
  /** `key` names what is changed, so that a drag is one step; null makes a step of its own. */
  change(next: Value, key: string | null): void;
  undo(): void;
  canUndo: boolean;
}

/** Work of one step that survives a reload (see `useKept`) and can be undone. Undoing begins with the page. */
export function useEdits<Value>(
  place: BenchPlace,
  name: string,
  initial: Value,
  shape: Shape<Value>,
): Edits<Value> {
  const [own, keep] = useStored(ownKey(place, name), initial, shape);
  const history = useRef(beginHistory(own));
  const [canUndo, setCanUndo] = useState(false);
  // What was kept arrives after the first drawing: it is where the history begins.
  history.current = { ...history.current, present: own };

  const take = useCallback(
    (next: typeof history.current) => {
      history.current = next;
      setCanUndo(next.past.length > 0);
      keep(next.present);
    },
    [keep],
  );
  const change = useCallback<Edits<Value>['change']>(
    (next, key) => take(edit(history.current, next, key)),
    [take],
  );
  // What somebody has put there is an edit like the others: the bench's own undo takes it back as well.
  const put = useCallback((next: Value) => change(next, null), [change]);
  return {
    value: useLaid(place, name, own, shape, put),
    change,
    undo: useCallback(() => take(undo(history.current)), [take]),
    canUndo,
  };
}
