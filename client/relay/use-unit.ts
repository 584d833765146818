'use client';

import { useEffect, useState } from 'react';
import type { UnitWire } from '@/client/live/class-session';
import { UnitDevice, type UnitStanding } from '@/engine/together/unit-device';

/** Has this device work as a unit as long as the page shows it. @returns what it has just done; null: nothing yet */
export function useUnit(session: UnitWire): UnitStanding | null {
  const [standing, setStanding] = useState<UnitStanding | null>(null);
  useEffect(() => {
    const device = new UnitDevice({ send: (sent) => session.sendUnit(sent), changed: setStanding });
    return session.onUnit((asked) => device.take(asked));
  }, [session]);
  return standing;
}
