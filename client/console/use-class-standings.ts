'use client';

import { useMemo } from 'react';
import type { BoardRow, RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';
import type { StudentStanding } from './student-order';
import { useTelemetryTick } from './use-telemetry-tick';

const INTERVAL_MS = 1000;

/**
 * Where each of these students stands now, at most once a second.
 * @param rows the board's, where a challenge's results count instead of the accuracy of a training; null otherwise
 */
export function useClassStandings(
  students: readonly RosterEntry[],
  rows: ReadonlyMap<string, BoardRow> | null,
): readonly StudentStanding[] {
  const { session, accuracies, nameOf } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(
    () =>
      students.map((student) => {
        const live = session.telemetry.get(student.id);
        return {
          id: student.id,
          name: nameOf(student),
          activity: live?.activity ?? 'connected',
          accuracy: rows === null ? accuracies.of(live).value : (rows.get(student.id)?.accuracy ?? null),
        };
      }),
    [students, rows, session, accuracies, nameOf, tick],
  );
}
