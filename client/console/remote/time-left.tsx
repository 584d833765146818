'use client';

import { useEffect, useState } from 'react';
import { clockText } from '@/client/console/clock-text';
import { useConsole } from '@/client/console/console-context';
import { type Countdown, leftOf } from '@/protocol/countdown';

const SECOND_MS = 1_000;

/** What is left of a countdown by the server's clock, in whole seconds begun. */
export function TimeLeft({ countdown }: { countdown: Countdown }) {
  const { serverNow } = useConsole();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const look = () => setNow(serverNow());
    look();
    const timer = setInterval(look, SECOND_MS / 2);
    return () => clearInterval(timer);
  }, [serverNow]);
  return (
    <p role="timer" className="tabular text-center font-display text-3xl font-bold">
      {clockText(Math.ceil(leftOf(countdown, now) / SECOND_MS))}
    </p>
  );
}
