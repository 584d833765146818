'use client';

import { useTranslations } from 'use-intl';
import type { BenchTraining } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import type { Experiment } from '@/protocol/experiment';
import type { RunTrouble } from './run-trouble';
import { smallerRate } from './setting-choices';

interface Props {
  trouble: RunTrouble;
  training: BenchTraining;
  /** What the run in trouble was made of. */
  experiment: Experiment;
}

/** What it means that the numbers ran away or do not move, and the one click that usually helps. */
export function TroubleNotice({ trouble, training, experiment }: Props) {
  const t = useTranslations('bench');
  const rate = smallerRate(experiment.learningRate);
  const retry = async () => {
    training.setDraft({ ...experiment, learningRate: rate });
    await training.reset();
  };
  return (
    <Notice
      tone={trouble === 'diverged' ? 'error' : 'warn'}
      title={t(`trouble.${trouble}.title`)}
      action={
        <Button size="sm" onClick={() => void retry()}>
          {t('trouble.smaller', { rate: String(rate) })}
        </Button>
      }
    >
      {t(`trouble.${trouble}.text`)}
    </Notice>
  );
}
