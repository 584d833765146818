'use client';

import { useCallback, useEffect, useState } from 'react';

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
    const text = localStorage.getItem(key);
    return text === null ? null : accept(JSON.parse(text));
  } catch {
    // No storage (private browsing) or a damaged entry.
    return null;
  }
}

/** Keeps a value under a key as long as the browser lets us. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or no storage: the value lives as long as the page.
  }
}
