'use client';

import { type FocusEvent, type RefObject, useEffect, useState } from 'react';

interface HeldRow {
  /** Where the row stands that has the focus in it; −1: none has. */
  index: number;
  id: string | null;
  /** For the table's body. */
  onFocus(event: FocusEvent<HTMLElement>): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
}

/**
 * The row that has the focus in it. It stays drawn wherever rows are sorted or scrolled to: the focus would be lost with it else, or be in another row.
 * Where that row is no more, the box takes the focus.
 * @param box the scrolling box, which can have the focus
 * @param ids of all rows, in order; asked for only while one has the focus
 */
export function useHeldRow(box: RefObject<HTMLElement | null>, ids: () => readonly string[]): HeldRow {
  const [id, hold] = useState<string | null>(null);
  const index = id === null ? -1 : ids().indexOf(id);
  const isGone = id !== null && index < 0;
  useEffect(() => {
    if (!isGone) return;
    hold(null);
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [box, isGone]);
  return {
    index,
    id,
    onFocus: ({ target }) => {
      const row = target.closest('tr')?.getAttribute('aria-rowindex');
      // The first is the one of the heads.
      hold((row && ids()[Number(row) - 2]) ?? null);
    },
    onBlur: ({ target, currentTarget, relatedTarget }) => {
      // The window was left alone: the element still has the focus in it.
      if (target !== document.activeElement && !currentTarget.contains(relatedTarget)) hold(null);
    },
  };
}
