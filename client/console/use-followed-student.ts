'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { StepDone } from '@/protocol/done';
import type { CurvePoint, StudentTelemetry } from '@/protocol/telemetry';
import { useConsole } from './console-context';
import { watchSight } from './watch-sight';

interface Followed {
  live: StudentTelemetry | undefined;
  curve: readonly CurvePoint[];
  /** The step that the student has chosen; null: where the class is. */
  step: number | null;
  /** How far the student is with the step in front, as the page says; null: it has said nothing. */
  done: StepDone | null;
}

/** One student's live values, redrawn at the console's beat, as something that is in sight. */
export function useFollowedStudent(studentId: string): Followed {
  const { beat } = useConsole();
  useEffect(() => beat.see(studentId), [beat, studentId]);
  return useValues(studentId);
}

/** The same for what may be out of sight. `seen`: ref of the element that tells whether it is. */
export function useStudentInSight(studentId: string): Followed & { seen(element: HTMLElement): () => void } {
  const { beat } = useConsole();
  const seen = useCallback(
    (element: HTMLElement) => {
      let leave: (() => void) | null = null;
      const stop = watchSight(element, (inSight) => {
        leave?.();
        leave = inSight ? beat.see(studentId) : null;
      });
      return () => {
        stop();
        leave?.();
      };
    },
    [beat, studentId],
  );
  return { ...useValues(studentId), seen };
}

function useValues(studentId: string): Followed {
  const { session, beat } = useConsole();
  const follow = useCallback((listener: () => void) => beat.follow(studentId, listener), [beat, studentId]);
  const read = useCallback(() => session.telemetry.get(studentId), [session, studentId]);
  const live = useSyncExternalStore(follow, read, read);
  const readStep = useCallback(
    () => session.telemetry.condition(studentId)?.step ?? null,
    [session, studentId],
  );
  const step = useSyncExternalStore(follow, readStep, readStep);
  const readDone = useCallback(
    () => session.telemetry.condition(studentId)?.done ?? null,
    [session, studentId],
  );
  const done = useSyncExternalStore(follow, readDone, readDone);
  return { live, curve: session.telemetry.curve(studentId), step, done };
}
