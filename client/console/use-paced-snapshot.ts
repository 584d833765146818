'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { ClassSession, ClassSnapshot } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';
import type { TelemetryBeat } from './telemetry-beat';

/** Parts of the view that students change by what they do, again and again in a large class. */
const OF_STUDENTS: ReadonlySet<string> = new Set<keyof TeacherView>([
  'version',
  'roster',
  'board',
  'progress',
  'predictions',
  'vote',
  'ensemble',
  'knob',
  'merge',
  'fool',
  'audit',
  'leak',
  'rounds',
  'relay',
  'devices',
]);

/**
 * What the session knows, as it is drawn: with the beat where students alone have done something, since each drawing of the page costs, and
 * at once where anybody leads the class, the connection changes, or this person has just done something and waits to see it.
 */
export function usePacedSnapshot(
  session: ClassSession<TeacherView>,
  beat: TelemetryBeat,
): ClassSnapshot<TeacherView> {
  const subscribe = useCallback(
    (listener: () => void) => {
      let shown = session.snapshot();
      const show = () => {
        shown = session.snapshot();
        listener();
      };
      return session.subscribe(() => {
        if (!isActing() && onlyStudentsDiffer(shown, session.snapshot())) beat.join(show);
        else show();
      });
    },
    [session, beat],
  );
  const read = useCallback(() => session.snapshot(), [session]);
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether this person has pressed something within the last few seconds; so it is where a browser does not say. */
function isActing(): boolean {
  return (navigator.userActivation as UserActivation | undefined)?.isActive ?? true;
}

/** Whether nothing else differs than what students do. */
export function onlyStudentsDiffer(
  shown: ClassSnapshot<TeacherView>,
  next: ClassSnapshot<TeacherView>,
): boolean {
  if (shown.view === null || next.view === null) return false;
  const { view: before, ...restBefore } = shown;
  const { view: after, ...restAfter } = next;
  return sameBut(restBefore, restAfter, new Set()) && sameBut({ ...before }, { ...after }, OF_STUDENTS);
}

/** Whether all parts are the very same, these aside. */
function sameBut(before: object, after: object, aside: ReadonlySet<string>): boolean {
  const old = new Map(Object.entries(before));
  return Object.entries(after).every(([key, part]) => aside.has(key) || Object.is(old.get(key), part));
}
