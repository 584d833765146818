'use client';

import { type RefObject, useEffect, useState } from 'react';

/** Rows beyond the edges that are drawn as well: as far as one turn of a wheel, and so that Tab always finds a next row. */
const BEYOND = 12;
/** The window moves by so many rows at once: not with each pixel. */
const STRIDE = 6;
/** Rows before the box has been measured, as the server writes them. */
const AT_FIRST = 30;

/**
 * Which rows of a scrolling box are in sight, and those just beyond; all where `rowHeight` is not given.
 * @param rowHeight CSS pixels, the same for each row
 */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number | undefined,
): { from: number; to: number } {
  const [seen, setSeen] = useState({ from: 0, to: AT_FIRST });
  useEffect(() => {
    const element = box.current;
    if (element === null || rowHeight === undefined) return;
    const look = () => {
      const stride = STRIDE * rowHeight;
      const first = Math.floor(element.scrollTop / stride) * STRIDE;
      const last = Math.ceil((element.scrollTop + element.clientHeight) / stride) * STRIDE;
      setSeen((before) => {
        const next = { from: Math.max(0, first - BEYOND), to: last + BEYOND };
        return before.from === next.from && before.to === next.to ? before : next;
      });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, rowHeight]);
  if (rowHeight === undefined) return { from: 0, to: count };
  const to = Math.min(count, seen.to);
  // Rows that are gone since: the browser is about to scroll.
  return { from: Math.min(seen.from, Math.max(0, to - 1)), to };
}
