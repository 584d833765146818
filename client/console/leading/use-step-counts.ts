'use client';

import { useMemo, useRef } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import { useConsole } from '@/client/console/console-context';
import { useTelemetryTick } from '@/client/console/use-telemetry-tick';
import type { TeacherView } from '@/protocol/views';
import { stepCounts } from './step-counts';

const INTERVAL_MS = 1_000;

/** How many students are at each step now, at most once a second; the same list while nobody has moved. */
export function useStepCounts({ roster, class: { stepIndex } }: TeacherView, count: number): number[] {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  const shown = useRef<number[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const { telemetry } = session;
    const students = roster
      .filter(({ membership }) => membership === 'in')
      .map(({ id }) => ({ live: telemetry.get(id), condition: telemetry.condition(id) }));
    shown.current = shareUnchanged(shown.current, stepCounts(students, stepIndex, count));
    return shown.current;
  }, [session, roster, stepIndex, count, tick]);
}
