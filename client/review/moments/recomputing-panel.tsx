'use client';

import { Square } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { MomentTraining } from './moment-training';

/** How the computing of a step goes, with a way to end it; afterwards, which kept moments it came out as. */
export function RecomputingPanel({ training }: { training: MomentTraining }) {
  const t = useTranslations('review.moments.anyStep');
  const numbers = useNumbers();
  const { how, confirmed } = useSyncExternalStore(
    training.subscribeToRecomputing,
    training.recomputing,
    training.recomputing,
  );
  if (how.is === 'going') {
    const { from, at, to, secondsLeft } = how;
    const step = numbers.integer(to);
    const stands = t('at', { at: numbers.integer(at), step });
    return (
      <div data-testid="recomputing" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-56 grow flex-col gap-1">
          <p className="tabular text-sm text-ink-soft">
            <span>{stands}</span>{' '}
            {secondsLeft !== null && secondsLeft >= 1 && (
              <span>{t('left', { seconds: Math.ceil(secondsLeft) })}</span>
            )}
          </p>
          <ProgressBar label={t('label', { step })} value={(at - from) / (to - from)} valueText={stands} />
        </div>
        <Button size="sm" icon={<Square aria-hidden="true" />} onClick={() => training.stop()}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  if (how.is === 'differs')
    return (
      <Notice tone="error" title={t('differsTitle')}>
        {t('differs', { step: numbers.integer(how.at) })}
      </Notice>
    );
  if (how.is === 'not-here') return <Notice title={t('notHereTitle')}>{t('notHere')}</Notice>;
  if (confirmed.length === 0) return null;
  return (
    <p data-testid="confirmed-moments" data-steps={confirmed.join(' ')} className="text-sm text-ink-soft">
      {t('confirmed', { count: confirmed.length, step: numbers.integer(confirmed.at(-1)!) })}
    </p>
  );
}
