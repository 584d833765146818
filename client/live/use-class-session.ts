'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { CurvePoint, ScreenFrame, StudentTelemetry } from '@/protocol/telemetry';
import type { ScreenView, TeacherView, View } from '@/protocol/views';
import type { ClassSession, ClassSnapshot, StudentSession } from './class-session';
import { credentialsShelf, type KnownStudent } from './credentials';
import { studentSessions, watcherSessions } from './page-sessions';
import { SocketClassSession } from './socket-class-session';
import { SocketIoWire } from './socket-io-wire';

/**
 * `starting`: on the server and in the first moment of the page; `stranger`: this browser is nobody in the class
 * (send it to /join/CODE); `known`: the live session.
 */
export type StudentEntry =
  | { status: 'starting'; session: null; student: null }
  | { status: 'stranger'; session: null; student: null }
  | { status: 'known'; session: StudentSession; student: KnownStudent };

const steadyNow = () => performance.now();

const STARTING: StudentEntry = { status: 'starting', session: null, student: null };
const STRANGER: StudentEntry = { status: 'stranger', session: null, student: null };

/** The page's session as a student. @param code a valid room code */
export function useStudentSession(code: string): StudentEntry {
  const [entry, setEntry] = useState<StudentEntry>(STARTING);
  useEffect(() => {
    const student = credentialsShelf.find(code);
    if (!student) {
      setEntry(STRANGER);
      return;
    }
    const session = studentSessions.take(
      code,
      () =>
        new SocketClassSession({
          code,
          as: () => ({ kind: 'student', credentials: student.credentials }),
          wire: new SocketIoWire(),
          now: steadyNow,
        }),
    );
    setEntry({ status: 'known', session, student });
    return () => {
      studentSessions.release(code);
      setEntry(STARTING);
    };
  }, [code]);
  return entry;
}

/** The console's session; null on the server and in the first moment. */
export function useTeacherSession(code: string): ClassSession<TeacherView> | null {
  return useWatcherSession<TeacherView>(code, 'teacher');
}

/** The projector's session; null on the server and in the first moment. */
export function useScreenSession(code: string): ClassSession<ScreenView> | null {
  return useWatcherSession<ScreenView>(code, 'screen');
}

function useWatcherSession<V extends View>(code: string, kind: 'teacher' | 'screen') {
  const [session, setSession] = useState<ClassSession<V> | null>(null);
  useEffect(() => {
    const key = `${kind}:${code}`;
    const make = () =>
      new SocketClassSession<V>({
        code,
        as: () => ({ kind }),
        wire: new SocketIoWire(),
        now: steadyNow,
      }) as ClassSession;
    setSession(watcherSessions.take(key, make) as ClassSession<V>);
    return () => {
      watcherSessions.release(key);
      setSession(null);
    };
  }, [code, kind]);
  return session;
}

/** What the session knows, redrawn after each change. */
export function useSnapshot<V extends View>(session: ClassSession<V>): ClassSnapshot<V> {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const read = useCallback(() => session.snapshot(), [session]);
  return useSyncExternalStore(subscribe, read, read);
}

/** One student's live values: redraws only when a frame has brought something of this student. */
export function useTelemetry(
  session: ClassSession<TeacherView>,
  studentId: string,
): { live: StudentTelemetry | undefined; curve: readonly CurvePoint[] } {
  const subscribe = useCallback(
    (listener: () => void) =>
      session.subscribeTelemetry((changed) => {
        if (changed === null || changed.includes(studentId)) listener();
      }),
    [session, studentId],
  );
  const readLive = useCallback(() => session.telemetry.get(studentId), [session, studentId]);
  const readCurve = useCallback(() => session.telemetry.curve(studentId), [session, studentId]);
  const live = useSyncExternalStore(subscribe, readLive, readLive);
  const curve = useSyncExternalStore(subscribe, readCurve, readCurve);
  return { live, curve };
}

/** The projector's newest frame. */
export function useScreenFrame(session: ClassSession<ScreenView>): ScreenFrame | null {
  const subscribe = useCallback((listener: () => void) => session.subscribeScreenFrame(listener), [session]);
  const read = useCallback(() => session.screenFrame(), [session]);
  return useSyncExternalStore(subscribe, read, read);
}
