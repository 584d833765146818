'use client';

import { useEffect } from 'react';
import type { ToldItem } from '@/protocol/done';
import type { BenchPlace } from './bench-place';

/**
 * Tells the class how far the student is with what this bench asks for.
 * @param reached so many of `of`; null: it asks for nothing now
 */
export function useReached(
  { reached: tell }: Pick<BenchPlace, 'reached'>,
  what: ToldItem['what'],
  reached: number | null,
  of: number,
): void {
  useEffect(() => {
    tell?.(reached === null || of === 0 ? null : { what, reached: Math.min(reached, of), of });
  }, [tell, what, reached, of]);
}
