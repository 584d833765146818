'use client';

import { useTranslations } from 'use-intl';
import type { RoundsNow } from '@/protocol/rounds-views';
import { useRoundsWords } from './rounds-words';

/** What has crossed the wire: weights in both directions, and no picture. */
export function WireLine({ rounds }: { rounds: RoundsNow }) {
  const t = useTranslations('rounds.wire');
  const { up, down } = useRoundsWords().wire(rounds);
  if (rounds.done.length === 0) return null;
  return (
    <p className="tabular flex flex-wrap gap-x-4" data-testid="rounds-wire">
      <span>{t('up', { size: up })}</span>
      <span>{t('down', { size: down })}</span>
      <strong>{t('pictures')}</strong>
    </p>
  );
}
