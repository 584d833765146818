'use client';

import { useEffect, useReducer } from 'react';
import { type Countdown, leftOf } from '@/protocol/countdown';

/**
 * Whole seconds that are left, counting down by themselves: 0 once it is over, null where there is no countdown.
 * @param serverNow the server's clock now, milliseconds since 1970: whatever the device's own says
 */
export function useSecondsLeft(countdown: Countdown | null, serverNow: () => number): number | null {
  const [, look] = useReducer((times: number) => times + 1, 0);
  const left = countdown && leftOf(countdown, serverNow());
  const runs = countdown !== null && 'endsAt' in countdown && left !== null && left > 0;
  useEffect(() => {
    if (!runs) return;
    // As the next second begins; not a moment before, or it would be shown twice.
    const timer = setTimeout(look, (left % 1_000) + 1);
    return () => clearTimeout(timer);
  });
  return left === null ? null : Math.ceil(left / 1_000);
}
