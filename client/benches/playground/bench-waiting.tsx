'use client';

import { useTranslations } from 'use-intl';
import { Spinner } from '@/client/ui/spinner';

/** Squared paper of the bench's size, for the moment until its trainer runs. */
export function BenchWaiting() {
  const t = useTranslations('playground');
  return (
    <div className="graph-paper grid min-h-150 place-items-center rounded-lg border border-line">
      <Spinner label={t('reason.starting')} className="size-8 text-ink-soft" />
    </div>
  );
}
