'use client';

import { useMemo } from 'react';
import { useConsole } from '@/client/console/console-context';
import { useTelemetryTick } from '@/client/console/use-telemetry-tick';
import type { StudentTrace } from '@/client/everybody/traces';
import type { BoardRow, RosterEntry } from '@/protocol/views';

const INTERVAL_MS = 1000;

/**
 * Everybody's latest run, at most once a second, from what the frames have brought anyhow.
 * @param rows the board's, by student
 */
export function useConsoleTraces(
  students: readonly RosterEntry[],
  rows: ReadonlyMap<string, BoardRow> | null,
): readonly StudentTrace[] {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const { telemetry } = session;
    return students.map(({ id, mark, submissions }): StudentTrace => {
      const live = telemetry.get(id);
      return {
        id,
        mark,
        here: live?.activity !== 'disconnected',
        curve: telemetry.curve(id),
        last: live?.last ?? null,
        rate: telemetry.condition(id)?.rate ?? null,
        submissions,
        result: rows?.get(id)?.accuracy ?? null,
      };
    });
  }, [students, rows, session, tick]);
}
