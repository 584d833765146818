'use client';

import { Pause, Play, RotateCcw, SkipForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BAR_BUTTON, BAR_ROW } from '@/client/benches/frame/bar-classes';
import { plainNumber } from '@/client/benches/run/run-readout';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import type { DeskNow, DeskRun } from './desk-now';
import { isOver, picturesIn } from './desk-now';
import type { PoolDesk } from './pool-desk';

const TONES: Record<DeskRun['state'], BadgeTone> = {
  ready: 'neutral',
  training: 'positive',
  paused: 'warn',
  finished: 'ok',
  diverged: 'danger',
};

/** Train, Pause, Step, Reset, and how the network stands. */
export function TrainBar({ desk, now, held }: { desk: PoolDesk; now: DeskNow; held: string | null }) {
  const t = useTranslations('pool.train');
  const numbers = useNumbers();
  const shares = useShares();
  const { run, preparing } = now;
  const state = run?.state ?? 'ready';
  const standing = run?.standing ?? null;
  const learnt = picturesIn(run?.counts ?? []);
  const validated = run?.validationCount ?? 0;
  const fresh = desk.wantsNewRun;
  const running = state === 'training';
  const general = held ?? (preparing ? t('preparing') : undefined);
  return (
    <section aria-label={t('bar')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className={BAR_ROW}>
        <Button
          className={BAR_BUTTON}
          look={running ? 'secondary' : 'primary'}
          busy={preparing}
          icon={<Play aria-hidden="true" />}
          disabledReason={general ?? (running && !fresh ? t('already') : undefined)}
          onClick={() => void desk.train()}
        >
          {t('train')}
        </Button>
        <Button
          className={BAR_BUTTON}
          look={running ? 'primary' : 'secondary'}
          icon={<Pause aria-hidden="true" />}
          disabledReason={running ? undefined : t('notTraining')}
          onClick={() => void desk.pause()}
        >
          {t('pause')}
        </Button>
        <Button
          className={BAR_BUTTON}
          icon={<SkipForward aria-hidden="true" />}
          disabledReason={general ?? (isOver(run) && !fresh ? t('over') : undefined)}
          onClick={() => void desk.step()}
        >
          {t('step')}
        </Button>
        <Button
          className={BAR_BUTTON}
          icon={<RotateCcw aria-hidden="true" />}
          disabledReason={general ?? (run === null ? t('nothing') : undefined)}
          onClick={() => void desk.reset()}
        >
          {t('reset')}
        </Button>
      </div>
      <fieldset
        aria-label={t('status')}
        data-testid="run-status"
        data-state={state}
        data-step={standing?.step ?? 0}
        data-loss={plainNumber(standing?.loss ?? null)}
        data-accuracy={plainNumber(standing?.accuracy ?? null)}
        data-validation-accuracy={plainNumber(standing?.validationAccuracy ?? null)}
        data-backend="javascript"
        className="tabular flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 text-sm"
      >
        <Badge tone={TONES[state]} className="min-w-20 justify-center">
          {t(`state.${state}`)}
        </Badge>
        <Value
          label={t('stepLabel')}
          value={`${numbers.integer(standing?.step ?? 0)} / ${numbers.integer(standing?.totalSteps ?? null)}`}
          width="11ch"
        />
        <Value label={t('loss')} value={numbers.loss(standing?.loss ?? null)} width="6ch" />
        <Value label={t('accuracy')} value={shares.of(standing?.accuracy, learnt)} width="6ch" />
        <Value
          label={t('validation')}
          value={`${shares.of(standing?.validationAccuracy, validated)} ${shares.interval(standing?.validationAccuracy, validated)}`}
          width="6ch"
        />
      </fieldset>
    </section>
  );
}

function Value({ label, value, width }: { label: string; value: string; width: string }) {
  return (
    <span className="flex flex-col leading-tight">
      <span className="text-xs text-ink-soft">{label}</span>
      <span className="font-semibold" style={{ minWidth: width }}>
        {value}
      </span>
    </span>
  );
}
