'use client';

import { useEffect, useReducer } from 'react';

const MINUTE_MS = 60_000;

/** Whole minutes since then, redrawn as they go by; null where there is no moment. */
export function useMinutes(since: number | null, serverNow: () => number): number | null {
  const [, look] = useReducer((times: number) => times + 1, 0);
  const passed = since === null ? null : Math.max(0, serverNow() - since);
  useEffect(() => {
    if (passed === null) return;
    const timer = setTimeout(look, MINUTE_MS - (passed % MINUTE_MS));
    return () => clearTimeout(timer);
  });
  return passed === null ? null : Math.floor(passed / MINUTE_MS);
}
