'use client';

import { CountdownClock } from '@/client/countdown/countdown-clock';
import { CountdownSaid } from '@/client/countdown/countdown-said';
import type { Race } from '@/client/training/alone-attempts';

/** The clock of somebody who races alone, by the device's. Nothing where no race was begun. */
export function RaceClock({ race, className }: { race: Race | null; className?: string }) {
  return <CountdownClock countdown={race} serverNow={Date.now} className={className} />;
}

/** The same above the bar of the training, in sight whatever is on the bench, and read out at its turns. */
export function RaceLine({ race }: { race: Race | null }) {
  return (
    <div className="page-width flex pt-2 empty:hidden">
      <RaceClock race={race} className="text-sm" />
      <CountdownSaid countdown={race} serverNow={Date.now} />
    </div>
  );
}
