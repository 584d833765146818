'use client';

import { useMemo, useRef } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import { useConsole } from '@/client/console/console-context';
import { useTelemetryTick } from '@/client/console/use-telemetry-tick';
import { type DoneCount, doneCounts } from '@/protocol/done';
import type { RosterEntry } from '@/protocol/views';

const INTERVAL_MS = 1_000;

/** How far the class is with a step, as its pages say, at most once a second; the same list while nothing changes. */
export function useClassDone(students: readonly RosterEntry[], stepId: string | undefined): DoneCount[] {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  const shown = useRef<DoneCount[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const all = students.map(({ id }) => session.telemetry.condition(id)?.done);
    shown.current = shareUnchanged(shown.current, stepId === undefined ? [] : doneCounts(all, stepId));
    return shown.current;
  }, [session, students, stepId, tick]);
}
