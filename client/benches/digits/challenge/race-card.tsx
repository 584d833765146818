'use client';

import { Timer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSecondsLeft } from '@/client/countdown/use-seconds-left';
import { useShares } from '@/client/i18n/use-shares';
import { type AloneAttempts, bestInTime } from '@/client/training/alone-attempts';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { RaceClock } from './race-clock';

interface Props {
  attempts: AloneAttempts;
  minutes: number;
  onStart(): void;
}

/** Against the clock, alone: start it, what is left, and the best network that was made in time. */
export function RaceCard({ attempts, minutes, onStart }: Props) {
  const t = useTranslations('bench');
  const shares = useShares();
  const { race } = attempts;
  const left = useSecondsLeft(race, Date.now);
  const best = bestInTime(attempts.best);
  return (
    <Card as="section" title={t('solo.clock')}>
      <p>{t('solo.clockRule')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <RaceClock race={race} className="text-xl" />
        <Button icon={<Timer aria-hidden="true" />} onClick={onStart}>
          {t(left ? 'solo.startAnew' : 'solo.start', { minutes })}
        </Button>
      </div>
      <p className="tabular mt-2 text-sm" data-testid="best-in-time">
        {best === null
          ? t('solo.noneInTime')
          : t('solo.bestInTime', { share: shares.of(best.right / best.pictures, best.pictures) })}
      </p>
    </Card>
  );
}
