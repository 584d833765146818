'use client';

import { useEffect, useState } from 'react';
import { clockText } from '@/client/i18n/clock-text';
import { NO_NUMBER } from '@/client/i18n/numbers';
import { useConsole } from './console-context';

interface Props {
  /** Server's clock, milliseconds since 1970. */
  since: number | null;
  /** Stands still from here on. */
  until: number | null;
  /** Server's clock minus the page's steady one. */
  clockOffset: number;
}

/** Time that has passed, counting on by itself in whole seconds. */
export function Elapsed({ since, until, clockOffset }: Props) {
  const { beat } = useConsole();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (since === null || until !== null) return;
    const tick = () => setNow(performance.now() + clockOffset);
    tick();
    const timer = setInterval(() => beat.join(tick), 1000);
    return () => clearInterval(timer);
  }, [beat, since, until, clockOffset]);
  const end = until ?? now;
  if (since === null || end === null) return <span>{NO_NUMBER}</span>;
  return <span>{clockText(Math.max(0, Math.floor((end - since) / 1000)))}</span>;
}
