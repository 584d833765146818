'use client';

import { GitBranch } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { continueRun } from '@/client/training/continue-run';
import { Button } from '@/client/ui/button';
import type { PictureRun } from '@/protocol/run';
import type { ContinueAt } from './continue-at';

interface Props {
  run: Pick<PictureRun, 'id' | 'experiment'>;
  /** 0: the start, which the seed gives. */
  step: number;
  weightsAt: (step: number) => Promise<Float32Array>;
  continueAt: ContinueAt;
}

/** Begins a new run with a moment's weights, and goes where it can be trained. */
export function ContinueButton({ run: { id, experiment }, step, weightsAt, continueAt }: Props) {
  const t = useTranslations('review.moments');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (step === 0) return null;
  const go = async () => {
    setBusy(true);
    setFailed(false);
    try {
      await continueRun(continueAt.key, {
        experiment,
        weights: await weightsAt(step),
        from: { runId: id, step },
      });
      // A whole page: what stands on the bench there is read anew.
      location.assign(continueAt.href);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <Button icon={<GitBranch aria-hidden="true" />} busy={busy} onClick={() => void go()}>
        {t(continueAt.where === 'class' ? 'continueInClass' : 'continue')}
      </Button>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {failed ? t('continueFailed') : ''}
      </p>
    </div>
  );
}
