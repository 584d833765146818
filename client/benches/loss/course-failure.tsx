'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';

/** That the worker which trains did not start or died, with the way on. */
export function CourseFailure({ onRetry }: { onRetry(): void }) {
  const t = useTranslations('loss');
  return (
    <Notice
      tone="error"
      title={t('worker.failed')}
      className="mb-3"
      action={
        <Button size="sm" icon={<RotateCcw aria-hidden="true" />} onClick={onRetry}>
          {t('worker.retry')}
        </Button>
      }
    >
      {t('worker.advice')}
    </Notice>
  );
}
