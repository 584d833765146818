'use client';

import { useEffect, useReducer } from 'react';
import { Pump } from '@/base/pump';
import type { ClassSession } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';

/**
 * Counts up after frames have come, at most once in `intervalMs`: for figures of the whole class, which need not be
 * worked out four times a second.
 */
export function useTelemetryTick(session: ClassSession<TeacherView>, intervalMs: number): number {
  const [tick, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const pump = new Pump(() => intervalMs, count);
    const stop = session.subscribeTelemetry(() => pump.ask());
    return () => {
      stop();
      pump.close();
    };
  }, [session, intervalMs]);
  return tick;
}
