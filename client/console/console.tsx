'use client';

import { useTeacherSession } from '@/client/live/use-class-session';
import { ConsoleBody } from './console-body';
import { ConsoleFrame } from './console-frame';
import { ConsoleSkeleton } from './console-skeleton';

interface Props {
  code: string;
  /** Addresses under which students reach the server, the best first. */
  origins: readonly string[];
}

/** The teacher's side of a live class. */
export function Console({ code, origins }: Props) {
  const session = useTeacherSession(code);
  return (
    <ConsoleFrame>
      {session ? (
        <ConsoleBody session={session} code={code} origins={origins} />
      ) : (
        <ConsoleSkeleton code={code} />
      )}
    </ConsoleFrame>
  );
}
