'use client';

import { useEffect, useRef } from 'react';

/** Reads out how many rows are right whenever that changes; not at first, and not while nothing is wanted. */
export function useRowsAnnouncer(
  right: number | null,
  words: (right: number) => string,
  announce: (words: string) => void,
): void {
  const before = useRef(right);
  useEffect(() => {
    if (right === before.current) return;
    before.current = right;
    if (right === null) return;
    // A drag passes many numbers by: only where it rests is read.
    const timer = setTimeout(() => announce(words(right)), 400);
    return () => clearTimeout(timer);
  }, [right, words, announce]);
}
