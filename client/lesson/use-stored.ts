'use client';

import { useCallback, useEffect, useState } from 'react';
import { browserStorage } from '@/client/live/text-storage';

/**
 * A value that this browser keeps under a key. What is kept is read once after the first drawing, since the server
 * draws without it; while the key is null (not known yet) nothing is read or written.
 * @param accept makes a value of what was kept (which may be old or tampered with), or null to begin anew
 */
export function useStored<Value>(
  key: string | null,
  initial: Value,
  accept: (kept: unknown) => Value | null,
): [Value, (next: Value) => void] {
  const [held, setHeld] = useState<{ key: string | null; value: Value }>({ key: null, value: initial });

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each key; `accept` is often an inline function.
  useEffect(() => {
    if (key === null) return;
    const kept = readStored(key, accept);
    if (kept !== null) setHeld({ key, value: kept });
  }, [key]);

  const keep = useCallback(
    (next: Value) => {
      setHeld({ key, value: next });
      if (key !== null) writeStored(key, next);
    },
    [key],
  );
  return [held.key === key ? held.value : initial, keep];
}

/** What the browser keeps under a key, or null. */
export function readStored<Value>(key: string, accept: (kept: unknown) => Value | null): Value | null {
  try {
    const text = browserStorage.getItem(key);
    return text === null ? null : accept(JSON.parse(text));
  } catch {
    // A damaged entry.
    return null;
  }
}

/** Keeps a value under a key: where the browser does not let us, for as long as the page lives. */
export function writeStored(key: string, value: unknown): void {
  browserStorage.setItem(key, JSON.stringify(value));
}
