'use client';

import { CountdownClock } from '@/client/countdown/countdown-clock';
import { CountdownSaid } from '@/client/countdown/countdown-said';
import { useServerNow } from '@/client/countdown/use-server-now';
import type { ClassSession } from '@/client/live/class-session';
import type { ScreenView } from '@/protocol/views';

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
}

/** The countdown across the foot of the wall, always in sight, whatever is shown above; without room while there is none. */
export function ScreenCountdown({ session, view }: Props) {
  const serverNow = useServerNow(session);
  const { countdown } = view.class;
  return (
    <div className="pointer-events-none sticky bottom-0 flex justify-center">
      <CountdownClock
        countdown={countdown}
        serverNow={serverNow}
        className="mb-[1.5vh] bg-surface! py-[0.4vh] text-screen-lg shadow-popup"
      />
      <CountdownSaid countdown={countdown} serverNow={serverNow} />
    </div>
  );
}
