'use client';

import { useEffect } from 'react';
import { beginWait } from '@/engine/download/held-back';

/** What is drawn waits for something: when that takes seconds, people hear of it. */
export function useWait(waiting = true): void {
  useEffect(() => {
    if (!waiting) return;
    const wait = beginWait();
    return () => wait.over();
  }, [waiting]);
}
