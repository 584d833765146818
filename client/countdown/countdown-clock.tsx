'use client';

import { Pause, Timer, TimerOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { clockText } from '@/client/i18n/clock-text';
import { classNames } from '@/client/ui/class-names';
import type { Countdown } from '@/protocol/countdown';
import { useSecondsLeft } from './use-seconds-left';

interface Props {
  countdown: Countdown | null;
  /** The server's clock now, milliseconds since 1970. */
  serverNow(): number;
  className?: string;
}

/** The class's countdown: what is left, that it stands, or that time is up; nothing where there is none. */
export function CountdownClock({ countdown, serverNow, className }: Props) {
  const t = useTranslations('countdown');
  const seconds = useSecondsLeft(countdown, serverNow);
  const stands = countdown !== null && 'left' in countdown;
  const over = seconds === 0;
  const Icon = over ? TimerOff : stands ? Pause : Timer;
  if (seconds === null) return null;
  return (
    <span
      data-testid="countdown"
      data-seconds={seconds}
      title={t(over ? 'over' : stands ? 'stands' : 'left')}
      className={classNames(
        'inline-flex shrink-0 items-center gap-[0.4em] rounded-full border-2 px-[0.7em] font-semibold whitespace-nowrap',
        over ? 'border-warn bg-warn-soft text-warn' : 'border-line-strong bg-surface-raised',
        className,
      )}
    >
      {/* On a phone the words leave no room for it. */}
      <Icon aria-hidden="true" className={classNames('size-[1.1em] shrink-0', over && 'max-sm:hidden')} />
      {over ? (
        <span>{t('over')}</span>
      ) : (
        <span role="timer" aria-label={t(stands ? 'stands' : 'left')} className="tabular">
          {clockText(seconds)}
        </span>
      )}
    </span>
  );
}
