'use client';

import { useMemo } from 'react';
import type { RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';
import { useTelemetryTick } from './use-telemetry-tick';

const INTERVAL_MS = 500;

/** Who of these students has no connection now. Who is on the list and was never heard of has just come. */
export function useAway(students: readonly RosterEntry[]): ReadonlySet<string> {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(
    () =>
      new Set(
        students.map(({ id }) => id).filter((id) => session.telemetry.get(id)?.activity === 'disconnected'),
      ),
    [students, session, tick],
  );
}
