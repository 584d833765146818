'use client';

import { Stethoscope } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TryValues } from '@/client/benches/digits/sweep/try-values';
import { CurvesPanel } from '@/client/benches/run/curves-panel';
import { readoutOf } from '@/client/benches/run/run-readout';
import { DoctorDialog } from '@/client/doctor/doctor-dialog';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { totalSteps } from '@/engine/training/schedule';
import type { RunReadAnswer } from '@/protocol/events';
import type { PictureRun, Point } from '@/protocol/run';
import { OwnRuns } from './own-runs';
import { ReportPanel } from './report-panel';
import { RunStats } from './run-stats';
import { runTroubleOf } from './run-trouble';
import type { OfferedSettings } from './settings-in-sight';
import { SettingsPanel } from './settings-panel';
import { ShownSettings } from './shown-settings';
import { TroubleNotice } from './trouble-notice';

export interface TrainingPanelProps {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  settings: OfferedSettings;
  /** Reads a stored run with its points; null where there is no class to read from. */
  readRun: ((runId: string) => Promise<RunReadAnswer>) | null;
  /**
   * `ended`: nothing more is trained, and settings are not offered. `shown`: another's, to be looked at: of their other runs nothing is known,
   * and nothing is done.
   */
  as?: 'own' | 'ended' | 'shown';
}

const NO_POINTS: readonly Point[] = [];

/** Choose a network and how it learns, watch it learn, see what it gets wrong. */
export function TrainingPanel({ training, snapshot, settings, readRun, as = 'own' }: TrainingPanelProps) {
  const t = useTranslations('bench');
  const doctor = useTranslations('doctor');
  const { current, draft, runs } = snapshot;
  const { labels } = useDatasetWords(draft.dataset);
  const [asked, setAsked] = useState(false);
  const examine = useCallback(() => training.examine(), [training]);
  const [compared, setCompared] = useState<{ id: string; points: readonly Point[] } | null>(null);
  const [message, setMessage] = useState<{ text: string; failed: boolean } | null>(null);

  const compare = useCallback(
    async (run: PictureRun | null) => {
      setMessage(null);
      if (run === null || readRun === null) {
        setCompared(null);
        return;
      }
      const answer = await readRun(run.id);
      if (answer.ok) setCompared({ id: run.id, points: answer.points });
      else setMessage({ text: t('runs.compareFailed'), failed: true });
    },
    [readRun, t],
  );
  const use = useCallback(
    (run: PictureRun, number: number) => {
      training.setDraft(run.experiment);
      setMessage({ text: t('runs.used', { number }), failed: false });
    },
    [training, t],
  );

  const comparedNumber = useMemo(() => {
    const index = runs.findIndex((run) => run.id === compared?.id);
    return index < 0 ? null : runs.length - index;
  }, [runs, compared]);

  const ended = as === 'ended';
  const state = current?.state ?? 'ready';
  const settingsPanel =
    as === 'shown' ? (
      <ShownSettings draft={draft} />
    ) : (
      <SettingsPanel
        training={training}
        draft={draft}
        offered={settings}
        changedFrom={snapshot.draftChanged && current ? current.experiment : null}
        backendChoice={snapshot.backendChoice}
        backend={current?.backend ?? null}
      />
    );
  const trouble = ended ? null : runTroubleOf(current);
  return (
    <div
      className={
        ended
          ? 'flex flex-col gap-6'
          : // A wall is wide and low: there the three stand beside each other, and are drawn the larger.
            'flex flex-col gap-6 lg:grid lg:grid-cols-[18.5rem_minmax(0,1fr)] in-data-wall:lg:grid-cols-[16.5rem_minmax(0,1fr)_22rem]'
      }
    >
      {!ended && <Card className="max-lg:order-2 lg:self-start">{settingsPanel}</Card>}
      {/* On a phone the settings stand between the curves and the rest. */}
      <div className="min-w-0 max-lg:contents lg:flex lg:flex-col lg:gap-6 in-data-wall:lg:contents">
        <OneStopGroup fields className="flex min-w-0 flex-col gap-3">
          {trouble !== null && current !== null && (
            <TroubleNotice trouble={trouble} training={training} experiment={current.experiment} />
          )}
          <Card graphPaper className="!p-3 sm:!p-4">
            <CurvesPanel
              dataset={draft.dataset}
              points={current?.points ?? NO_POINTS}
              totalSteps={current?.totalSteps ?? totalSteps(draft)}
              other={compared?.points ?? NO_POINTS}
              otherName={comparedNumber === null ? null : t('curves.compareWith', { number: comparedNumber })}
            />
          </Card>
          <RunStats current={current} />
          {as === 'own' && (
            <TryValues training={training} snapshot={snapshot}>
              <Button size="sm" icon={<Stethoscope aria-hidden="true" />} onClick={() => setAsked(true)}>
                {doctor('open')}
              </Button>
            </TryValues>
          )}
          <DoctorDialog
            open={asked}
            onOpenChange={setAsked}
            examine={examine}
            begun={(current?.points.length ?? 0) > 0}
            labelNames={labels}
          />
        </OneStopGroup>
        <div className="flex min-w-0 flex-col gap-8 max-lg:order-3">
          <ReportPanel
            dataset={draft.dataset}
            training={training}
            runId={current?.id ?? null}
            state={state}
            begun={(current?.points.length ?? 0) > 0}
            lastStep={state === 'training' ? 0 : readoutOf(current).step}
            report={current?.report ?? null}
            opens={as === 'shown' ? null : (current?.experiment ?? null)}
          />
          {as !== 'shown' && (
            <OwnRuns
              runs={runs}
              currentId={current?.id ?? null}
              currentAccuracy={readoutOf(current).validationAccuracy}
              comparedId={compared?.id ?? null}
              onCompare={readRun === null ? undefined : (run) => void compare(run)}
              onUse={use}
            />
          )}
          <LiveRegion>{message !== null && !message.failed ? message.text : ''}</LiveRegion>
          {message && (
            <Notice tone={message.failed ? 'error' : 'info'} announce={message.failed}>
              {message.text}
            </Notice>
          )}
        </div>
      </div>
    </div>
  );
}
