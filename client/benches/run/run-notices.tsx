'use client';

import { useTranslations } from 'use-intl';
import type { Training, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';

interface Props {
  training: Training;
  snapshot: TrainingSnapshot;
}

/** What went wrong with the training itself, wherever on the bench the student is, with a way on. */
export function RunNotices({ training, snapshot }: Props) {
  const t = useTranslations('bench');
  const { error, phase, recovered } = snapshot;
  return (
    <div className="flex flex-col gap-2 pb-3 empty:hidden">
      {error !== null && phase === 'failed' && (
        <Notice
          tone="error"
          title={t('failure.title')}
          action={
            <Button size="sm" onClick={() => void training.train()}>
              {t('failure.retry')}
            </Button>
          }
        >
          {t(`failure.${error}`)}
        </Notice>
      )}
      {recovered !== null && (
        <Notice tone="warn" announce>
          {t('backend.recovered', {
            from: t(`backend.${recovered.from}`),
            to: t(`backend.${recovered.to}`),
          })}
        </Notice>
      )}
    </div>
  );
}
