'use client';

import { useEffect, useReducer } from 'react';
import { useConsole } from './console-context';

/**
 * Counts up after something new has come, at most once in `everyMs`: for figures of the whole class, which need not be worked out four
 * times a second.
 */
export function useTelemetryTick(everyMs: number): number {
  const { beat } = useConsole();
  const [tick, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => beat.sum(everyMs, count), [beat, everyMs]);
  return tick;
}
