'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { DrawingPanel } from '@/client/benches/digits/drawing/drawing-panel';
import { ReportPanel } from '@/client/benches/digits/training/report-panel';
import { FindingList } from '@/client/doctor/finding-list';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { releaseTrainer, takeTrainer } from '@/client/training/page-trainer';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { Skeleton } from '@/client/ui/skeleton';
import type { PictureRun, Point } from '@/protocol/run';
import type { ContinueAt } from './continue-at';
import { ContinueButton } from './continue-button';
import { weightsFetcher } from './fetch-weights';
import { MomentTraining } from './moment-training';
import type { RunMoment } from './moments-of-run';
import { RecomputingPanel } from './recomputing-panel';
import type { RepeatableSteps } from './repeatable';

interface Props {
  run: PictureRun;
  points: readonly Point[];
  moment: RunMoment;
  /** What the moment is called. */
  name: string;
  weightsAddress: (step: number) => string;
  reader: 'student' | 'teacher';
  continueAt: ContinueAt;
  /** Steps at which weights are kept, rising. */
  kept: readonly number[];
  /** Steps that can be computed again; null: none. */
  repeatable: RepeatableSteps | null;
  /** Computing a step was stopped here. */
  onStopped: (step: number) => void;
}

/** Everything is here: nobody looks over a shoulder. */
const NOBODY_LOOKS = {};

interface Opened {
  training: MomentTraining;
}

/** The network of a run at one of its moments, built in this browser: what it gets wrong, what it looks at, and a paper to try it on. */
export function MomentNetwork({
  run,
  points,
  moment,
  weightsAddress,
  kept,
  repeatable,
  onStopped,
  ...shown
}: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run's page is of one run; the address is made anew with each drawing.
  useEffect(() => {
    const weightsAt = weightsFetcher(weightsAddress);
    const trainer = takeTrainer();
    const training = new MomentTraining({ run, points, trainer, weightsAt, kept, repeatable, onStopped });
    setOpened({ training });
    return () => {
      training.dispose();
      releaseTrainer();
    };
  }, [run, points]);
  useEffect(() => opened?.training.look(moment.step), [opened, moment.step]);
  if (!opened) return <Skeleton className="mt-5 h-80 w-full" />;
  return <Standing run={run} moment={moment} {...opened} {...shown} />;
}

function Standing({
  training,
  run,
  moment,
  name,
  reader,
  continueAt,
}: Opened & Pick<Props, 'run' | 'moment' | 'name' | 'reader' | 'continueAt'>) {
  const t = useTranslations('review.moments');
  const failure = useTranslations('bench.failure');
  const snapshot = useSyncExternalStore(training.subscribe, training.snapshot, training.snapshot);
  const { dataset } = run.experiment;
  const { labels } = useDatasetWords(dataset);
  const { current, error } = snapshot;
  const stands = snapshot.phase === 'idle' && current?.id === `${run.id}@${moment.step}`;
  return (
    <div
      data-testid="moment-network"
      data-step={stands ? moment.step : ''}
      aria-busy={!stands && snapshot.phase !== 'failed'}
      className="mt-6 flex flex-col gap-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="text-lg">{t('networkAt', { moment: name })}</h3>
        {stands && (
          <ContinueButton
            run={run}
            step={moment.step}
            weightsAt={() => training.standingWeights()}
            continueAt={continueAt}
          />
        )}
      </div>
      <RecomputingPanel training={training} />
      {error !== null && (
        <Notice
          tone="error"
          title={t('failed')}
          action={
            <Button size="sm" onClick={() => training.look(moment.step)}>
              {failure('retry')}
            </Button>
          }
        >
          {failure(error)}
        </Notice>
      )}
      {!current && snapshot.phase !== 'failed' && <Skeleton className="h-80 w-full" />}
      {current && (
        <>
          <section aria-label={t('doctorThen')} className="flex flex-col gap-2">
            <h3 className="text-lg">{t('doctorThen')}</h3>
            {moment.findings === null || moment.findings.length === 0 ? (
              <p className="text-sm text-ink-soft">
                {t(moment.findings === null ? 'notAsked' : 'nothingFound')}
              </p>
            ) : (
              <FindingList findings={moment.findings} reader={reader} labelNames={labels} />
            )}
          </section>
          <ReportPanel
            training={training}
            dataset={dataset}
            runId={current.id}
            state={current.state}
            begun={stands}
            lastStep={moment.step}
            report={current.report}
            opens={current.experiment}
          />
          <section aria-label={t('try')} className="flex flex-col gap-3">
            <h3 className="text-lg">{t('try')}</h3>
            <DrawingPanel
              training={training}
              dataset={dataset}
              current={current}
              looks={NOBODY_LOOKS}
              onBusy={nothing}
            />
          </section>
        </>
      )}
    </div>
  );
}

function nothing(): void {}
