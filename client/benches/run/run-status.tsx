'use client';

import { useTranslations } from 'use-intl';
import { partInterval } from '@/client/charts/part-interval';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { CurrentRun } from '@/client/training/current-run';
import type { TrainingSnapshot } from '@/client/training/training';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { plainNumber, readoutOf } from './run-readout';

interface Props {
  dataset: DatasetId;
  current: CurrentRun | null;
  phase: TrainingSnapshot['phase'];
  /** The settings have changed: Train would begin a new run. */
  newRun: boolean;
}

const TONES: Record<CurrentRun['state'], BadgeTone> = {
  ready: 'neutral',
  training: 'positive',
  paused: 'warn',
  finished: 'ok',
  diverged: 'danger',
  stopped: 'neutral',
};

/** Where the run stands, in the bar; also in plain attributes, for tests and scripts. */
export function RunStatus({ dataset, current, phase, newRun }: Props) {
  const t = useTranslations('bench');
  const backends = useTranslations('common.backends');
  const numbers = useNumbers();
  const now = readoutOf(current);
  const { validationExamples } = DATASETS[dataset];
  const interval = partInterval(now.validationAccuracy, now.validationExamples, validationExamples);
  const total = current?.totalSteps ?? 0;
  const share = total > 0 ? Math.min(1, now.step / total) : 0;
  const backend = current?.backend?.backend;
  const shownState = phase === 'loading' || phase === 'starting' ? phase : now.state;
  return (
    <fieldset
      aria-label={t('bar.status')}
      data-testid="run-status"
      data-state={now.state}
      data-step={now.step}
      data-loss={plainNumber(now.loss)}
      data-accuracy={plainNumber(now.accuracy)}
      data-validation-accuracy={plainNumber(now.validationAccuracy)}
      data-backend={backend ?? ''}
      className="tabular flex min-w-0 flex-1 items-center gap-x-3 text-sm sm:gap-x-4"
    >
      <Badge tone={TONES[now.state]} className="min-w-20 shrink-0 justify-center">
        {t(`state.${shownState}`)}
      </Badge>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5 lg:min-w-24 lg:max-w-52">
        <span className="flex justify-between gap-2 text-xs text-ink-soft">
          <span className="truncate">
            {newRun
              ? t('bar.newRun')
              : t('bar.stepOf', { step: numbers.integer(now.step), total: numbers.integer(total || null) })}
          </span>
        </span>
        <span
          aria-hidden="true"
          className="block h-1 overflow-hidden rounded-full bg-line forced-colors:border forced-colors:bg-surface forced-colors:h-1.5"
        >
          <span className="block h-full origin-left bg-accent" style={{ transform: `scaleX(${share})` }} />
        </span>
      </span>
      <Value label={t('bar.loss')} value={numbers.loss(now.loss)} width="6ch" />
      <Value label={t('bar.accuracy')} value={numbers.percent(now.accuracy)} width="6ch" />
      <Value
        label={t('bar.validation')}
        value={numbers.percent(now.validationAccuracy)}
        width="6ch"
        className="max-sm:hidden"
        title={
          interval === null
            ? undefined
            : t('bar.validationPart', {
                examples: numbers.integer(now.validationExamples),
                all: numbers.integer(validationExamples),
                points: numbers.decimal(interval * 100, 1),
              })
        }
      />
      <Value
        label={t('bar.backend')}
        value={backend ? backends(backend) : '–'}
        width="6ch"
        // Beside the buttons of a bar that is not as wide as the window, how far it is says more.
        className="max-sm:hidden lg:@max-[68rem]:hidden"
      />
    </fieldset>
  );
}

function Value({
  label,
  value,
  width,
  className = '',
  title,
}: {
  label: string;
  value: string;
  width: string;
  className?: string;
  title?: string | undefined;
}) {
  return (
    <span title={title} className={`flex flex-col leading-tight ${className}`}>
      <span className="text-xs text-ink-soft">{label}</span>
      <span className="font-semibold" style={{ minWidth: width }}>
        {value}
      </span>
    </span>
  );
}
