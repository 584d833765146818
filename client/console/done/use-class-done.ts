'use client';

import { useMemo, useRef } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import { useConsole } from '@/client/console/console-context';
import { useTelemetryTick } from '@/client/console/use-telemetry-tick';
import { type DoneCount, doneCounts, type StuckCount, stuckCounts } from '@/protocol/done';
import type { RosterEntry } from '@/protocol/views';

const INTERVAL_MS = 1_000;

interface ClassDoneCounts {
  counts: DoneCount[];
  /** At which goals students are stuck. */
  stuck: StuckCount[];
}

const NOTHING: ClassDoneCounts = { counts: [], stuck: [] };

/** How far the class is with a step, as its pages say, at most once a second; the same while nothing changes. */
export function useClassDone(students: readonly RosterEntry[], stepId: string | undefined): ClassDoneCounts {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  const shown = useRef(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const all = students.map(({ id }) => session.telemetry.condition(id)?.done);
    const now =
      stepId === undefined ? NOTHING : { counts: doneCounts(all, stepId), stuck: stuckCounts(all, stepId) };
    shown.current = shareUnchanged(shown.current, now);
    return shown.current;
  }, [session, students, stepId, tick]);
}
