'use client';

import { Gauge, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { Button } from '@/client/ui/button';
import { ProgressBar } from '@/client/ui/progress-bar';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Toggle } from '@/client/ui/toggle';
import { MEASURED_TASK_IDS } from '@/protocol/measurement';
import { DeviceCharts } from './device-charts';
import { type DeviceState, shareDone, speedUpsOfState } from './device-state';
import { DeviceTable } from './device-table';
import { PartsList } from './parts-list';
import { SentNote } from './sent-note';
import { useDevice } from './use-device';
import { useReported } from './use-reported';
import { useVerdictText } from './use-verdict-text';
import { outcomeOf, verdictOf } from './verdict';

/** Lesson 10: how fast this very device calculates, on the processor and on the graphics card, from tiny to large. */
export default function ComputeMeasure({ options, place }: BenchProps<'compute-measure'>) {
  const t = useTranslations('compute');
  const verdictText = useVerdictText();
  const [task, setTask] = useState(options.task);
  const [first, setFirst] = useState(options.first);
  const { state, measure, stop } = useDevice(place, (event, after) => {
    if (event.type === 'measuring' && event.task === MEASURED_TASK_IDS[0])
      place.announce(t('said.backend', { backend: t(`backend.${event.backend}`) }));
    if (event.type === 'failed') place.announce(t('said.failed'));
    if (event.type !== 'finished') return;
    const found = speedUpsOfState(after);
    place.announce(verdictText(verdictOf(found, task), task).said);
    place.cameTrue(outcomeOf(verdictOf(found, 'matrix-product')));
  });
  const reported = useReported(state);
  const measuring = state.phase === 'measuring';
  const judged = state.phase !== 'idle' && !measuring && state.figures.length > 0;
  const { said, why } = verdictText(verdictOf(speedUpsOfState(state), task), task);
  const status = useStatus(state);
  useFacts<'compute-measure'>(place, { measured: state.phase === 'finished', task, first });
  const { cameTrue } = place;
  const untold =
    state.phase === 'finished' && outcomeOf(verdictOf(speedUpsOfState(state), 'matrix-product')) === null;
  // Kept from before, too.
  useEffect(() => {
    if (untold) cameTrue(null);
  }, [untold, cameTrue]);

  return (
    <BenchFrame label={t('label.measure')} held={place.held}>
      <div
        data-testid="device"
        data-state={state.phase}
        data-figures={state.figures.length}
        data-reported={reported.status}
      >
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          {measuring ? (
            <Button
              icon={<Square aria-hidden="true" />}
              onClick={() => {
                stop();
                place.announce(t('said.stopped'));
              }}
              className="min-w-40"
            >
              {t('stop')}
            </Button>
          ) : (
            <Button
              look="primary"
              icon={<Gauge aria-hidden="true" />}
              onClick={() => {
                measure();
                place.announce(t('said.started'));
              }}
              className="min-w-40"
            >
              {t(state.phase === 'idle' ? 'measure' : 'again')}
            </Button>
          )}
          <div className="min-w-0 flex-1 basis-64">
            <p className="tabular min-h-[1.5em] text-sm">{status}</p>
            <ProgressBar
              label={t('progress')}
              value={state.phase === 'idle' ? 0 : shareDone(state)}
              valueText={status}
              className="mt-1"
            />
          </div>
          <SegmentedControl
            label={t('task.label')}
            value={task}
            onChange={setTask}
            segments={MEASURED_TASK_IDS.map((value) => ({ value, label: t(`task.${value}`) }))}
          />
        </div>
        <DeviceCharts state={state} task={task} first={first} />
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Toggle label={t('first')} checked={first} onChange={setFirst} />
          <p className="min-w-0 flex-1 basis-64 text-xs text-ink-soft">{first && t('firstHint')}</p>
        </div>
        <div className="mt-2 min-h-22 rounded-md border-l-4 border-line-strong bg-surface-raised px-4 py-2.5">
          <p className={judged ? 'font-semibold' : 'text-ink-soft'} data-testid="verdict">
            {judged ? said : t('verdict.waiting')}
          </p>
          {judged && why !== null && <p className="mt-1 text-sm text-ink-soft">{why}</p>}
        </div>
        <SentNote reported={reported} />
        <div className="mt-3">
          <PartsList present={state.present} />
        </div>
        {state.figures.length > 0 && (
          <details className="mt-3">
            <summary className="min-h-8 py-1 text-sm font-semibold text-ink-soft hover:text-ink">
              {t('table.show')}
            </summary>
            <DeviceTable state={state} task={task} first={first} />
          </details>
        )}
      </div>
    </BenchFrame>
  );
}

function useStatus(state: DeviceState): string {
  const t = useTranslations('compute');
  if (state.phase !== 'measuring') return t(`status.${state.phase}`);
  if (!state.now) return t('status.starting');
  return t('status.measuring', {
    backend: t(`backend.${state.now.backend}`),
    task: t(`task.${state.now.task}`),
  });
}
