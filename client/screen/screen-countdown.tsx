'use client';

import { createContext, useContext, useMemo } from 'react';
import { CountdownClock } from '@/client/countdown/countdown-clock';
import { CountdownSaid } from '@/client/countdown/countdown-said';
import { useServerNow } from '@/client/countdown/use-server-now';
import type { ClassSession } from '@/client/live/class-session';
import type { Elements } from '@/client/ui/elements';
import type { Countdown } from '@/protocol/countdown';
import type { ScreenView } from '@/protocol/views';

const Context = createContext<{ countdown: Countdown | null; serverNow(): number } | null>(null);

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
  children: Elements;
}

/** Gives every view of the wall the class's countdown, and has it read out. */
export function ScreenCountdownProvider({ session, view, children }: Props) {
  const serverNow = useServerNow(session);
  const { countdown } = view.class;
  const clock = useMemo(() => ({ countdown, serverNow }), [countdown, serverNow]);
  return (
    <Context value={clock}>
      {children}
      <CountdownSaid {...clock} />
    </Context>
  );
}

/** The countdown, to be read from the last row; nothing while there is none. */
export function ScreenCountdown() {
  const clock = useContext(Context);
  return clock?.countdown ? (
    <p className="flex justify-end">
      <CountdownClock {...clock} className="mt-[1vh] bg-surface! text-screen-lg" />
    </p>
  ) : null;
}
