'use client';

import { useMemo } from 'react';
import type { ClassSession } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';
import { ConnectionBanner } from './connection-banner';
import { ConsoleProvider } from './console-context';
import { ConsoleRefused } from './console-refused';
import { ConsoleSkeleton } from './console-skeleton';
import { LiveConsole } from './live-console';
import { ShoulderProvider } from './shoulder/shoulder';
import { TelemetryBeat } from './telemetry-beat';
import { timeDrawing } from './time-drawing';
import { usePacedSnapshot } from './use-paced-snapshot';

interface Props {
  session: ClassSession<TeacherView>;
  code: string;
  origins: readonly string[];
}

/** The console as far as its connection has got: refused, not there yet, or live. */
export function ConsoleBody({ session, code, origins }: Props) {
  const beat = useMemo(() => new TelemetryBeat(session, timeDrawing), [session]);
  const snapshot = usePacedSnapshot(session, beat);
  const { view, refusal, connection, clockOffset } = snapshot;
  if (connection === 'refused' && refusal !== null)
    return <ConsoleRefused code={code} refusal={refusal} onRetry={() => session.retry()} />;
  return (
    // Another sitting of the group is another class, on the same page.
    <ConsoleProvider key={view?.class.id} session={session} beat={beat} snapshot={snapshot}>
      <ConnectionBanner snapshot={snapshot} onRetry={() => session.retry()} />
      {view ? (
        <ShoulderProvider view={view}>
          <LiveConsole view={view} clockOffset={clockOffset} origins={origins} />
        </ShoulderProvider>
      ) : (
        <ConsoleSkeleton code={code} />
      )}
    </ConsoleProvider>
  );
}
