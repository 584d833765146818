'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnouncer } from '@/client/lesson/use-announcer';
import { LiveRegion } from '@/client/ui/live-region';
import type { Countdown } from '@/protocol/countdown';
import { saidOf } from './said-of';
import { useSecondsLeft } from './use-seconds-left';

interface Props {
  countdown: Countdown | null;
  /** The server's clock now, milliseconds since 1970. */
  serverNow(): number;
}

/** Has a countdown's beginning, last minute and end read out, and nothing between. */
export function CountdownSaid({ countdown, serverNow }: Props) {
  const t = useTranslations('countdown');
  const seconds = useSecondsLeft(countdown, serverNow);
  const [said, announce] = useAnnouncer();
  const before = useRef<number | null | undefined>(undefined);
  useEffect(() => {
    const word = saidOf(before.current, seconds);
    before.current = seconds;
    if (word === null) return;
    const minutes = Math.floor((seconds ?? 0) / 60);
    announce(t(word, { minutes, seconds: (seconds ?? 0) % 60 }));
  }, [seconds, announce, t]);
  return <LiveRegion>{said}</LiveRegion>;
}
