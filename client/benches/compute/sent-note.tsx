'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { Reported } from './use-reported';

/** Whether the class has this device's measurement; nothing alone and before there is one. */
export function SentNote({ reported }: { reported: Reported }) {
  const t = useTranslations('compute.send');
  const { status, reason, retry } = reported;
  if (status === 'nothing') return null;
  return (
    <p role="status" className="mt-2 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {status === 'sent' && (
        <>
          <CircleCheck aria-hidden="true" className="size-5 text-ok" /> <span>{t('sent')}</span>
        </>
      )}
      {status === 'sending' && <span>{t('sending')}</span>}
      {status === 'failed' && (
        <>
          <span className="font-semibold text-warn">{t('failed', { reason: reason ?? '' })}</span>
          <Button size="sm" onClick={retry}>
            {t('retry')}
          </Button>
        </>
      )}
    </p>
  );
}
