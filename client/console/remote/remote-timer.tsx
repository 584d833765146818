'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CountdownClock } from '@/client/countdown/countdown-clock';
import { Button } from '@/client/ui/button';
import type { Countdown } from '@/protocol/countdown';

/** Minutes that one tap gives. */
const MINUTES = [1, 3, 5] as const;

/** The class's countdown: one tap sets it, one gives a minute more, one ends it. */
export function RemoteTimer({ countdown }: { countdown: Countdown | null }) {
  const t = useTranslations('console.remote');
  const { ask, serverNow, offlineReason } = useConsole();
  if (countdown === null)
    return (
      <div className="grid grid-cols-3 gap-2">
        {MINUTES.map((minutes) => (
          <Button
            key={minutes}
            disabledReason={offlineReason}
            onClick={() => ask({ type: 'countdown:set', seconds: 60 * minutes })}
            className="min-h-14! px-2!"
          >
            {t('minutes', { minutes })}
          </Button>
        ))}
      </div>
    );
  return (
    <div className="grid grid-cols-3 items-center gap-2">
      <CountdownClock
        countdown={countdown}
        serverNow={serverNow}
        className="justify-self-center border-0! bg-transparent! px-0! text-xl"
      />
      <Button
        disabledReason={offlineReason}
        onClick={() => ask({ type: 'countdown:add', seconds: 60 })}
        className="min-h-14! px-2!"
      >
        {t('more')}
      </Button>
      <Button
        disabledReason={offlineReason}
        onClick={() => ask({ type: 'countdown:stop' })}
        className="min-h-14! px-2!"
      >
        {t('stop')}
      </Button>
    </div>
  );
}
