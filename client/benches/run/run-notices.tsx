'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';

interface Props {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
}

/** What is wrong with the training itself, wherever on the bench the student is, with a way on. */
export function RunNotices({ training, snapshot }: Props) {
  const t = useTranslations('bench');
  const refusalText = useRefusalText();
  const numbers = useNumbers();
  const { error, phase, recovered } = snapshot;
  const [seen, setSeen] = useState<TrainingSnapshot['recovered']>(null);
  return (
    <div className="flex flex-col gap-2 pb-3 empty:hidden">
      {error !== null && (phase === 'failed' || error === 'data-failed') && (
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
      {snapshot.current?.continues && (
        <Notice>{t('notice.continues', { step: numbers.integer(snapshot.current.continues.step) })}</Notice>
      )}
      {recovered !== null && recovered !== seen && (
        <Notice
          tone="warn"
          announce
          action={
            <Button size="sm" onClick={() => setSeen(recovered)}>
              {t('notice.dismiss')}
            </Button>
          }
        >
          {t('backend.recovered', {
            from: t(`backend.${recovered.from}`),
            to: t(`backend.${recovered.to}`),
          })}
        </Notice>
      )}
      {snapshot.takenElsewhere && (
        <Notice tone="warn" announce>
          {t('notice.elsewhere')}
        </Notice>
      )}
      {snapshot.recordingRefusal !== null && (
        <Notice tone="warn" announce>
          {t('notice.recording', { reason: refusalText(snapshot.recordingRefusal) })}
        </Notice>
      )}
      {!snapshot.durable && snapshot.unsent > 0 && <Notice tone="warn">{t('notice.notDurable')}</Notice>}
    </div>
  );
}
