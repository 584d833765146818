'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { mediaMatches } from '@/client/ui/media';

const MOVE_MS = 220;

/**
 * Rows that change places glide there, so that the eye can follow who overtook whom.
 * Each row carries `data-row` with its identity. With reduced motion they change places at once.
 * @param order changes when the order may have changed
 */
export function useMovingRows<E extends HTMLElement>(order: string): RefObject<E | null> {
  const ref = useRef<E>(null);
  const tops = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: places are compared whenever the order changes.
  useLayoutEffect(() => {
    const container = ref.current;
    if (!container) return;
    const still = mediaMatches('(prefers-reduced-motion: reduce)');
    const next = new Map<string, number>();
    const base = container.getBoundingClientRect().top;
    for (const row of container.querySelectorAll<HTMLElement>('[data-row]')) {
      const key = row.dataset.row ?? '';
      const top = row.getBoundingClientRect().top - base;
      next.set(key, top);
      const before = tops.current.get(key);
      if (still || before === undefined || before === top) continue;
      row.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], {
        duration: MOVE_MS,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
    tops.current = next;
  }, [order]);
  return ref;
}
