'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Pump } from '@/base/pump';
import type { ScreenFrame } from '@/protocol/telemetry';
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

/** The console's session of whoever has come by a link. */
export function useAssistantSession(code: string, token: string): ClassSession<TeacherView> | null {
  return useWatcherSession<TeacherView>(code, 'assistant', token);
}

function useWatcherSession<V extends View>(
  code: string,
  kind: 'teacher' | 'screen' | 'assistant',
  token = '',
) {
  const [session, setSession] = useState<ClassSession<V> | null>(null);
  useEffect(() => {
    const key = `${kind}:${code}:${token}`;
    const make = () =>
      new SocketClassSession<V>({
        code,
        as: () => (kind === 'assistant' ? { kind, token } : { kind }),
        wire: new SocketIoWire(),
      }) as ClassSession;
    setSession(watcherSessions.take(key, make) as ClassSession<V>);
    return () => {
      watcherSessions.release(key);
      setSession(null);
    };
  }, [code, kind, token]);
  return session;
}

/** What the session knows, redrawn after each change. */
export function useSnapshot<V extends View>(session: ClassSession<V>): ClassSnapshot<V> {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const read = useCallback(() => session.snapshot(), [session]);
  return useSyncExternalStore(subscribe, read, read);
}

/** Milliseconds between two frames on the wall: figures that change faster are read by nobody. */
const SCREEN_FRAME_MS = 1_000;

/** The projector's newest frame, redrawn at most once a second. */
export function useScreenFrame(session: ClassSession<ScreenView>): ScreenFrame | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      const pump = new Pump(() => SCREEN_FRAME_MS, listener);
      const stop = session.subscribeScreenFrame(() => pump.ask());
      return () => {
        stop();
        pump.close();
      };
    },
    [session],
  );
  const read = useCallback(() => session.screenFrame(), [session]);
  return useSyncExternalStore(subscribe, read, read);
}
