'use client';

import { useEffect, useMemo, useReducer, useRef } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import type { HelpCall } from '@/protocol/help-call';
import type { BoardRow, RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';
import { isWaiting } from './help/help-pairs';
import type { StudentStanding } from './student-order';
import { classSpeedOf, needOf } from './triage';
import { useTelemetryTick } from './use-telemetry-tick';

const INTERVAL_MS = 1000;
/** What lasts (a pause, a tab out of sight) becomes a need although nothing comes from that student. */
const PATIENCE_MS = 10_000;

/**
 * Where each of these students stands now, at most once a second; who stands as before is the very same.
 * @param helps calls for help
 * @param began when the class began, by the server's clock; null: it has not
 * @param rows the board's, where a challenge's results count instead of the accuracy of a training; null otherwise
 */
export function useClassStandings(
  students: readonly RosterEntry[],
  rows: ReadonlyMap<string, BoardRow> | null,
  helps: readonly HelpCall[],
  began: number | null,
): readonly StudentStanding[] {
  const { session, accuracies, nameOf, serverNow } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  const [look, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const timer = setInterval(again, PATIENCE_MS);
    return () => clearInterval(timer);
  }, []);
  const shown = useRef<readonly StudentStanding[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const { telemetry } = session;
    const classSpeed = classSpeedOf(students.map(({ id }) => telemetry.get(id)));
    const now = serverNow();
    const asked = new Map(helps.filter(isWaiting).map((call) => [call.studentId, call.askedAt]));
    const standings = students.map((student): StudentStanding => {
      const live = telemetry.get(student.id);
      const row = rows?.get(student.id);
      const task = rows && {
        answers: student.submissions,
        best: row?.accuracy ?? null,
        since: row?.submittedAt ?? null,
      };
      return {
        id: student.id,
        name: nameOf(student),
        activity: live?.activity ?? 'connected',
        team: student.team,
        accuracy: rows === null ? accuracies.of(live).value : (row?.accuracy ?? null),
        need: needOf(
          {
            live,
            condition: telemetry.condition(student.id),
            task,
            asked: asked.get(student.id) ?? null,
            classSpeed,
            began,
          },
          now,
        ),
      };
    });
    shown.current = shareUnchanged(shown.current, standings);
    return shown.current;
  }, [students, rows, helps, began, session, accuracies, nameOf, serverNow, tick, look]);
}
