'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Benches are drawn for a laptop: on a wall they are laid out as wide as there, CSS pixels. What grows with its width would never fit otherwise. */
export const BENCH_WIDTH = 1_280;
/**
 * It is at most so much larger. A tall one becomes as small as it must, down to what still is a picture from the last row: what is cut off
 * below nobody sees at all.
 */
const MOST = 2;
const LEAST = 0.6;

/**
 * How much larger something BENCH_WIDTH wide may be drawn that it fits into a box (`content` is around what is enlarged, and is not itself:
 * browsers measure what is enlarged in its own pixels). It only becomes smaller, so that a wall stands still, until another thing is shown.
 * @param shown names what is shown
 */
export function useFittingZoom(shown: string): {
  zoom: number;
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
} {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [{ of, zoom }, setZoom] = useState({ of: shown, zoom: MOST });
  const now = of === shown ? zoom : MOST;
  useLayoutEffect(() => {
    if (of !== shown) setZoom({ of: shown, zoom: MOST });
  }, [of, shown]);
  useEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (!outer || !inner) return;
    const fit = () => {
      const room = outer.getBoundingClientRect();
      const next = fittingZoom(room, inner.getBoundingClientRect().height / now);
      if (next < now) setZoom({ of: shown, zoom: next });
    };
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [now, shown]);
  return { zoom: now, box, content };
}

/** @param height of the bench at its own size */
function fittingZoom(room: { width: number; height: number }, height: number): number {
  const wanted = Math.min(room.width / BENCH_WIDTH, room.height / Math.max(1, height));
  return Math.min(MOST, Math.max(LEAST, Math.floor(wanted * 100) / 100));
}
