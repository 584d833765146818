'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { mediaMatches } from '@/client/ui/media';
import { movedUp } from './moved-up';

const MOTION: KeyframeAnimationOptions = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' };

/** More at once no eye follows, and each is a layer of its own for as long as it slides. */
const MOST_SLIDES = 8;

interface Place {
  left: number;
  top: number;
}

/**
 * Lets who has moved up slide to the new place, so that the eye can follow a card or a row; all others change places at once, and so do
 * those who are out of sight. Marks inside `container` are elements with `data-settle="KEY"`; nothing moves where the person wants less
 * motion.
 * @param order changes when places may have changed: nothing is measured otherwise
 */
export function useSettling(container: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const places = useRef(new Map<string, Place>());
  const settled = useRef<readonly string[]>([]);
  const key = order.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order says when to look.
  useLayoutEffect(() => {
    const before = places.current;
    const up = movedUp(settled.current, order);
    const after = new Map<string, Place>();
    places.current = after;
    settled.current = order;
    const box = container.current;
    if (!box || mediaMatches('(prefers-reduced-motion: reduce)')) return;
    const scrolled = box.getBoundingClientRect().top - box.offsetTop;
    const moves: (() => void)[] = [];
    // Everything is measured before anything moves: else each would be laid out anew.
    for (const element of box.querySelectorAll<HTMLElement>('[data-settle]')) {
      const id = element.dataset.settle!;
      const place = { left: element.offsetLeft, top: element.offsetTop };
      after.set(id, place);
      const from = before.get(id);
      if (!from || !up.has(id) || (from.left === place.left && from.top === place.top)) continue;
      const y = scrolled + place.top;
      if (y + element.offsetHeight < 0 || y > window.innerHeight) continue;
      const by = `translate(${from.left - place.left}px, ${from.top - place.top}px)`;
      moves.push(() => element.animate([{ transform: by }, { transform: 'none' }], MOTION));
    }
    for (const move of moves.slice(0, MOST_SLIDES)) move();
  }, [container, key]);
}
