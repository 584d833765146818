'use client';

import { useCallback, useEffect, useState } from 'react';

/** The view with the change comes shortly after the answer; after this long something else has changed it back. */
const PATIENCE_MS = 2_000;

/**
 * A setting that the class decides, shown at once as the teacher wishes it: until the class's view says the same, or
 * says no. `wish` takes the new value and the question that was asked for it.
 */
export function useWished<Value>(value: Value): [Value, (next: Value, asked: Promise<boolean>) => void] {
  const [wished, setWished] = useState<{ value: Value } | null>(null);
  useEffect(() => {
    if (wished === null) return;
    if (wished.value === value) {
      setWished(null);
      return;
    }
    const timer = setTimeout(() => setWished(null), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [wished, value]);
  const wish = useCallback((next: Value, asked: Promise<boolean>) => {
    const mine = { value: next };
    setWished(mine);
    asked.then((done) => {
      // A later wish stands on its own.
      if (!done) setWished((now) => (now === mine ? null : now));
    });
  }, []);
  return [wished === null ? value : wished.value, wish];
}
