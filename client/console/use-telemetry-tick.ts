'use client';

import { useEffect, useState } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';

/**
 * Counts up after frames have come, at most once in `intervalMs`: for figures of the whole class, which need not be
 * worked out four times a second.
 */
export function useTelemetryTick(session: ClassSession<TeacherView>, intervalMs: number): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changedSince = false;
    const pass = () => {
      timer = undefined;
      if (!changedSince) return;
      changedSince = false;
      setTick((before) => before + 1);
      timer = setTimeout(pass, intervalMs);
    };
    const stop = session.subscribeTelemetry(() => {
      changedSince = true;
      if (timer === undefined) pass();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, intervalMs]);
  return tick;
}
