'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * A bench is drawn for a laptop: on a wall it is at most so much larger. A tall one becomes as small as it must, down to what still is a
 * picture from the last row: what is cut off below nobody sees at all.
 */
const MOST = 2;
const LEAST = 0.6;
/** What one step smaller is. */
const STEP = 0.94;

/**
 * How much larger something may be drawn that its height fits into a box (`content` is around what is enlarged, and is not itself: browsers
 * measure what is enlarged in its own pixels); what is larger gets less width, and is laid out anew. It only becomes
 * smaller, so that a wall stands still, until another thing is shown.
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
      if (now <= LEAST || inner.getBoundingClientRect().height <= outer.getBoundingClientRect().height)
        return;
      setZoom({ of: shown, zoom: Math.max(LEAST, now * STEP) });
    };
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [now, shown]);
  return { zoom: now, box, content };
}
