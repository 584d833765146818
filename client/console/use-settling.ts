'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { mediaMatches } from '@/client/ui/media';

const MOTION: KeyframeAnimationOptions = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' };

interface Place {
  left: number;
  top: number;
}

/**
 * Lets what has changed its place slide there, so that the eye can follow a card or a row. Marks inside `container` are
 * elements with `data-settle="KEY"`; nothing moves while `enabled` is false or the person wants less motion.
 * @param order changes when places may have changed: nothing is measured otherwise
 */
export function useSettling(container: RefObject<HTMLElement | null>, order: string, enabled = true): void {
  const places = useRef(new Map<string, Place>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order says when to look.
  useLayoutEffect(() => {
    const before = places.current;
    const after = new Map<string, Place>();
    places.current = after;
    if (!enabled || !container.current) return;
    const calm = mediaMatches('(prefers-reduced-motion: reduce)');
    for (const element of container.current.querySelectorAll<HTMLElement>('[data-settle]')) {
      const key = element.dataset.settle!;
      const place = { left: element.offsetLeft, top: element.offsetTop };
      after.set(key, place);
      const from = before.get(key);
      if (calm || !from || (from.left === place.left && from.top === place.top)) continue;
      const by = `translate(${from.left - place.left}px, ${from.top - place.top}px)`;
      element.animate([{ transform: by }, { transform: 'none' }], MOTION);
    }
  }, [container, order, enabled]);
}
