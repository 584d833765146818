'use client';

import { useTranslations } from 'use-intl';
import { smallerRate } from '@/client/benches/digits/training/setting-choices';
import type { Training } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import type { Experiment } from '@/protocol/experiment';

interface Props {
  training: Training;
  draft: Experiment;
}

/** What it means that the numbers ran away, and the one click that usually helps. */
export function DivergedNotice({ training, draft }: Props) {
  const t = useTranslations('bench');
  const rate = smallerRate(draft.learningRate);
  const retry = async () => {
    training.setDraft({ ...draft, learningRate: rate });
    await training.reset();
  };
  return (
    <Notice
      tone="error"
      title={t('diverged.title')}
      action={
        <Button size="sm" onClick={() => void retry()}>
          {t('diverged.smaller', { rate: String(rate) })}
        </Button>
      }
    >
      {t('diverged.text')}
    </Notice>
  );
}
