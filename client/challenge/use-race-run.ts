'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { mediaMatches } from '@/client/ui/media';

/** How long it takes to run all races before the class's eyes. */
const RUN_MS = 3_000;
const LOOK_MS = 100;
/** How far a row shakes, in parts of its own height. */
const SHAKE = 0.35;

/**
 * How many of the races are over by now: from none to all within three seconds, while the rows inside `ref` (`data-row`) shake. Begins whenever they are
 * run before everybody's eyes; where the person wants less motion nothing moves, and all are over at once.
 * @param shownAt when they were run; another moment begins anew
 */
export function useRaceRun<E extends HTMLElement>(
  shownAt: number | null,
  races: number,
): { ref: RefObject<E | null>; over: number } {
  const ref = useRef<E>(null);
  const [over, setOver] = useState(races);
  useEffect(() => {
    if (shownAt === null || mediaMatches('(prefers-reduced-motion: reduce)')) {
      setOver(races);
      return;
    }
    const begun = performance.now();
    setOver(0);
    const shakes = [...(ref.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map(shake);
    const timer = setInterval(() => {
      const share = Math.min(1, (performance.now() - begun) / RUN_MS);
      setOver(Math.round(share * races));
      if (share === 1) clearInterval(timer);
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const one of shakes) one.cancel();
    };
  }, [shownAt, races]);
  return { ref, over };
}

/** To and fro, each row in a time of its own, ever less. */
function shake(row: HTMLElement, index: number): Animation {
  const swings = 10 + ((index * 3) % 5);
  const frames = Array.from({ length: swings + 1 }, (_, swing) => {
    const by = SHAKE * (1 - swing / swings) * ((swing + index) % 2 === 0 ? 1 : -1);
    return { transform: swing === swings ? 'none' : `translateY(${(by * 100).toFixed(1)}%)` };
  });
  return row.animate(frames, { duration: RUN_MS, easing: 'ease-in-out' });
}
