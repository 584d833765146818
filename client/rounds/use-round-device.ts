'use client';

import { useEffect, useRef, useState } from 'react';
import type { StudentSession } from '@/client/live/class-session';
import { releaseTrainer, takeTrainer } from '@/client/training/page-trainer';
import type { OwnRounds } from '@/protocol/rounds-views';
import { RoundDevice, type RoundStanding } from './round-device';

/**
 * Has this device take part in the class's rounds, as long as the page shows them.
 * @param held whether the class is paused
 * @returns how it stands; null: it has done nothing yet
 */
export function useRoundDevice(
  session: Pick<StudentSession, 'code' | 'authorization'>,
  rounds: OwnRounds,
  held: boolean,
): RoundStanding | null {
  const [standing, setStanding] = useState<RoundStanding | null>(null);
  const device = useRef<RoundDevice | null>(null);
  useEffect(() => {
    const made = new RoundDevice({ trainer: takeTrainer(), session, changed: setStanding });
    device.current = made;
    return () => {
      made.see(null);
      device.current = null;
      releaseTrainer();
    };
  }, [session]);
  useEffect(() => {
    device.current?.see(held ? null : rounds);
  }, [rounds, held]);
  return standing;
}
