'use client';

import { useTranslations } from 'use-intl';
import { useSecondsLeft } from '@/client/countdown/use-seconds-left';
import { clockText } from '@/client/i18n/clock-text';

interface Props {
  /** When the next network may be handed in, by the server's clock; null: at any time. */
  at: number | null;
  serverNow: (() => number) | undefined;
}

const UNKNOWN = () => Number.POSITIVE_INFINITY;

/** What is left of the cool-down between two submissions; nothing where it is over. */
export function CoolDown({ at, serverNow = UNKNOWN }: Props) {
  const t = useTranslations('bench.challenge');
  const seconds = useSecondsLeft(at === null ? null : { endsAt: at }, serverNow) ?? 0;
  return seconds > 0 ? (
    <span role="timer" data-testid="cool-down" data-seconds={seconds} className="block">
      {t('coolDown', { time: clockText(seconds) })}
    </span>
  ) : null;
}
