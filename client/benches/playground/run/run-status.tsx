'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import type { Begun, PlaygroundState } from '@/engine/playground/messages';
import type { BenchModel } from '../model/bench-model';
import { useSlowFrame } from '../model/use-bench-model';

interface Props {
  model: BenchModel;
  begun: Begun | null;
  state: PlaygroundState;
}

const TONES: Record<PlaygroundState['name'], BadgeTone> = {
  ready: 'neutral',
  training: 'positive',
  paused: 'warn',
  reached: 'ok',
  diverged: 'danger',
};

/** How the training stands; also in plain attributes, for tests and scripts. */
export function RunStatus({ model, begun, state }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const standing = useSlowFrame(model.frames, begun)?.standing ?? null;
  const plain = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return (
    <fieldset
      aria-label={t('bar.status')}
      data-testid="run-status"
      data-state={state.name}
      data-step={plain(standing?.step)}
      data-loss={plain(standing?.trainLoss)}
      data-test-loss={plain(standing?.testLoss)}
      data-accuracy={plain(standing?.testAccuracy)}
      data-train-accuracy={plain(standing?.trainAccuracy)}
      data-backend="javascript"
      className="tabular flex min-w-0 items-center gap-x-3.5 text-sm"
    >
      <Badge tone={TONES[state.name]} className="min-w-19 justify-center">
        {t(`state.${state.name}`)}
      </Badge>
      <Value label={t('bar.steps')} value={numbers.integer(standing?.step ?? null)} width="7ch" />
      <Value label={t('bar.epoch')} value={numbers.integer(standing?.epoch ?? null)} width="5ch" wide />
      <Value label={t('bar.loss')} value={numbers.loss(standing?.trainLoss ?? null)} width="5.5ch" />
      <Value label={t('bar.testLoss')} value={numbers.loss(standing?.testLoss ?? null)} width="5.5ch" wide />
      {begun?.points.train.classes !== 0 && (
        <Value
          label={t('bar.accuracy')}
          value={numbers.percent(standing?.testAccuracy ?? null)}
          width="6ch"
        />
      )}
    </fieldset>
  );
}

function Value({
  label,
  value,
  width,
  wide = false,
}: {
  label: string;
  value: string;
  width: string;
  /** Only where there is room. */
  wide?: boolean;
}) {
  return (
    <span className={wide ? 'hidden flex-col leading-tight @3xl:flex' : 'flex flex-col leading-tight'}>
      <span className="text-xs whitespace-nowrap text-ink-soft">{label}</span>
      <span className="font-semibold" style={{ minWidth: width }}>
        {value}
      </span>
    </span>
  );
}
