'use client';

import { Play, Square, X } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { BesideBench } from '@/client/training/beside-bench';
import { sweepBeside } from '@/client/training/sweep/page-sweep';
import { MOST_WORK_MS } from '@/client/training/sweep/sweep-budget';
import { firstPlan, type SweepPlan, sweepable, sweepValues } from '@/client/training/sweep/sweep-plan';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { IconButton } from '@/client/ui/icon-button';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { ProgressBar } from '@/client/ui/progress-bar';
import { LIMITS } from '@/protocol/limits';
import { SweepForm } from './sweep-form';
import { SweepResults } from './sweep-results';
import { useEstimate } from './use-estimate';

interface Props {
  id: string;
  training: BenchTraining;
  beside: BesideBench;
  snapshot: TrainingSnapshot;
  onClose(): void;
}

/** Tries many values of one setting beside the student's own training, and shows what came of each. */
export default function SweepPanel({ id, training, beside, snapshot, onClose }: Props) {
  const t = useTranslations('sweep');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const { draft, backendChoice } = snapshot;
  const sweep = sweepBeside(beside);
  const subscribe = useCallback((listener: () => void) => sweep.subscribe(listener), [sweep]);
  const read = useCallback(() => sweep.snapshot(), [sweep]);
  const now = useSyncExternalStore(subscribe, read, read);
  const [wanted, setWanted] = useState<SweepPlan>(() => firstPlan('learningRate', draft));
  // The draft may have become a network that has no such setting.
  const plan = sweepable(draft).includes(wanted.setting) ? wanted : firstPlan('learningRate', draft);
  const going = now.is === 'going' || now.is === 'held';
  const { estimate, again } = useEstimate(sweep, draft, plan, backendChoice, !going);
  useEffect(() => () => sweep.rest(), [sweep]);
  const count = sweepValues(plan).length;
  // Alone nothing is kept by anybody else.
  const left = snapshot.alone === null ? LIMITS.runsPerStudent - snapshot.runs.length : count;
  const over = now.trials.filter(({ state }) => state === 'finished' || state === 'diverged').length;
  const all = now.trials.length;
  const most = numbers.duration(MOST_WORK_MS);
  const problem =
    left < count
      ? t('tooManyRuns', { most: LIMITS.runsPerStudent, left: Math.max(0, left) })
      : estimate.is === 'known' && estimate.workMs > MOST_WORK_MS
        ? t('tooMuch', { time: numbers.duration(estimate.workMs), most })
        : null;
  const about =
    estimate.is === 'known'
      ? t('estimate', { runs: count, time: numbers.duration(estimate.workMs / sweep.workers) })
      : t('measuring');
  return (
    <Card as="section" id={id} aria-label={t('title')} data-testid="sweep">
      <div className="flex flex-col gap-4">
        <div className="flex items-start justify-between gap-3">
          <h2 className="pt-1 text-lg">{t('title')}</h2>
          <IconButton look="quiet" label={t('close')} icon={<X aria-hidden="true" />} onClick={onClose} />
        </div>
        <p className="text-sm text-ink-soft">{t('lead')}</p>
        {going ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button icon={<Square aria-hidden="true" />} onClick={() => sweep.stop()}>
              {t('stop')}
            </Button>
            <div className="min-w-40 flex-1">
              <ProgressBar
                label={t('title')}
                value={now.share}
                valueText={t('progress', { over, all })}
                className="mb-1"
              />
              <span className="tabular text-sm text-ink-soft">
                {now.is === 'held' ? t('held') : t('progress', { over, all })}
              </span>
            </div>
          </div>
        ) : (
          <>
            <SweepForm draft={draft} plan={plan} onPlan={setWanted} />
            {problem !== null && <Notice tone="warn">{problem}</Notice>}
            {estimate.is === 'failed' ? (
              <Notice
                tone="error"
                action={
                  <Button size="sm" onClick={again}>
                    {t('again')}
                  </Button>
                }
              >
                {t('estimateFailed')}
              </Notice>
            ) : (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <Button
                  look="primary"
                  icon={<Play aria-hidden="true" />}
                  disabledReason={problem ?? (estimate.is === 'measuring' ? t('measuring') : undefined)}
                  onClick={() => sweep.start(draft, plan, backendChoice)}
                >
                  {t('start')}
                </Button>
                {problem === null && <span className="tabular text-sm text-ink-soft">{about}</span>}
              </div>
            )}
          </>
        )}
        <LiveRegion visible className="text-sm font-semibold empty:hidden">
          {now.ended === null || now.ended === 'failed' ? '' : t(`ended.${now.ended}`, { over, all })}
        </LiveRegion>
        {now.ended === 'failed' && <Notice tone="error">{t('ended.failed', { over, all })}</Notice>}
        {now.refused !== null && (
          <Notice tone="warn" announce>
            {t('refused', { reason: refusalText(now.refused) })}
          </Notice>
        )}
        {all > 0 && <SweepResults snapshot={now} onUse={(experiment) => training.setDraft(experiment)} />}
      </div>
    </Card>
  );
}
