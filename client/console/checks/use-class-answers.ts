'use client';

import { useMemo, useRef } from 'react';
import { shareUnchanged } from '@/base/share-unchanged';
import { useConsole } from '@/client/console/console-context';
import { useTelemetryTick } from '@/client/console/use-telemetry-tick';
import { type AnswerCounts, answerCounts } from '@/protocol/done';
import type { RosterEntry } from '@/protocol/views';

const INTERVAL_MS = 1_000;

/** How those who are in have answered a step's check, as their pages say, at most once a second; the same object while nothing changes. */
export function useClassAnswers(
  students: readonly RosterEntry[],
  stepId: string,
  choices: number,
): AnswerCounts {
  const { session } = useConsole();
  const tick = useTelemetryTick(INTERVAL_MS);
  const shown = useRef<AnswerCounts>({ first: [], last: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the telemetry is read anew at each tick.
  return useMemo(() => {
    const all = students.map(({ id }) => session.telemetry.condition(id)?.done);
    shown.current = shareUnchanged(shown.current, answerCounts(all, stepId, choices));
    return shown.current;
  }, [session, students, stepId, choices, tick]);
}
