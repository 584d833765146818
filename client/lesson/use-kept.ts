'use client';

import { useCallback, useEffect, useState } from 'react';
import type { BenchPlace } from './bench-place';

/**
 * A piece of a student's work on one step that survives a reload: kept in this browser, by class (or alone), lesson and
 * step. What is kept is read once after the first drawing, since the server draws without it.
 * @param accept makes a value of what was kept (which may be old or tampered with), or null to begin anew
 */
export function useKept<Value>(
  place: Pick<BenchPlace, 'seed' | 'kind' | 'lessonId' | 'stepId'>,
  name: string,
  initial: Value,
  accept: (kept: unknown) => Value | null,
): [Value, (next: Value) => void] {
  const key = `work:${place.kind}:${place.seed}:${place.lessonId}:${place.stepId}:${name}`;
  const [value, setValue] = useState(initial);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each key; `accept` is often an inline function.
  useEffect(() => {
    try {
      const text = localStorage.getItem(key);
      const kept = text === null ? null : accept(JSON.parse(text));
      if (kept !== null) setValue(kept);
    } catch {
      // No storage (private browsing) or a damaged entry: the work starts anew.
    }
  }, [key]);

  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or no storage: the work lives as long as the page.
      }
    },
    [key],
  );
  return [value, keep];
}
