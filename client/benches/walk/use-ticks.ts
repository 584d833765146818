'use client';

import { useEffect, useRef } from 'react';

/** Longest time between two frames that is caught up on: after a hidden tab nothing leaps ahead. */
const LONGEST_MS = 100;

/**
 * Calls back once a frame with the whole steps that are due, as long as it is active. While the tab is hidden it stands still.
 * @param perSecond steps a second
 * @param onTick true ends it at once: until React has drawn `active` as false, another frame may come, and what has
 * ended would end a second time
 */
export function useTicks(active: boolean, perSecond: number, onTick: (steps: number) => boolean): void {
  const callback = useRef(onTick);
  callback.current = onTick;
  useEffect(() => {
    if (!active) return;
    let before = performance.now();
    let due = 1;
    let frame = 0;
    const tick = (now: number) => {
      frame = requestAnimationFrame(tick);
      due += (Math.min(LONGEST_MS, Math.max(0, now - before)) / 1000) * perSecond;
      before = now;
      const steps = Math.floor(due);
      if (steps === 0) return;
      due -= steps;
      if (callback.current(steps)) cancelAnimationFrame(frame);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [active, perSecond]);
}
