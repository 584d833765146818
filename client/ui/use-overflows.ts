'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether a box has more in it than it shows at once: one that scrolls must be a stop for Tab, one that does not need not be. */
export function useOverflows(box: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  // Without dependencies: what is in it may be another with each drawing.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setOverflows(element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(look);
    for (const one of [element, ...element.children]) observer.observe(one);
    look();
    return () => observer.disconnect();
  });
  return overflows;
}
