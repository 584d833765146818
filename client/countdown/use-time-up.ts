'use client';

import { useEffect, useReducer } from 'react';
import { type Countdown, leftOf } from '@/protocol/countdown';

/**
 * Whether a countdown is over: looked at when it changes and once when it ends, not every second.
 * @param serverNow the server's clock now, milliseconds since 1970: whatever the device's own says
 */
export function useTimeUp(countdown: Countdown | null, serverNow: () => number): boolean {
  const [, look] = useReducer((times: number) => times + 1, 0);
  const left = countdown && leftOf(countdown, serverNow());
  const runs = countdown !== null && 'endsAt' in countdown && left !== null && left > 0;
  useEffect(() => {
    if (!runs) return;
    const timer = setTimeout(look, left + 1);
    return () => clearTimeout(timer);
  });
  return left === 0;
}
