'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ClassSource } from './class-source';
import { OwnSource } from './own-source';
import { usePoolClass } from './pool-class';
import type { PoolSource, SourceNow } from './pool-source';

/** The class's digits, or alone the ones that this browser keeps; null in the first moment. */
export function useDigitSource(): { source: PoolSource; now: SourceNow } | null {
  const inClass = usePoolClass();
  const [source, setSource] = useState<PoolSource | null>(null);
  useEffect(() => {
    const made = inClass
      ? new ClassSource(inClass.session, inClass.student)
      : new OwnSource('own-digits', 'digits', 10);
    setSource(made);
    return () => {
      made.close();
      setSource(null);
    };
  }, [inClass]);
  const subscribe = useCallback(
    (listener: () => void) => source?.subscribe(listener) ?? (() => {}),
    [source],
  );
  const read = useCallback(() => source?.snapshot() ?? null, [source]);
  const now = useSyncExternalStore(subscribe, read, read);
  return source && now ? { source, now } : null;
}
