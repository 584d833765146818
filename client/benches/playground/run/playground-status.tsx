'use client';

import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import type { PlaygroundBegun, PlaygroundState } from '@/engine/playground/messages';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun | null;
  state: PlaygroundState;
}

const TONES: Record<PlaygroundState['name'], BadgeTone> = {
  ready: 'neutral',
  training: 'positive',
  paused: 'warn',
  reached: 'neutral',
  diverged: 'danger',
};

/** How the training stands; also in plain attributes, for tests and scripts. */
export function PlaygroundStatus({ model, begun, state }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const shares = useShares();
  const standing = useSlowFrame(model.frames, begun)?.standing ?? null;
  const plain = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return (
    <fieldset
      aria-label={t('bar.status')}
      data-testid="run-status"
      data-state={state.name}
      data-step={plain(standing?.step)}
      data-epoch={plain(standing?.epoch)}
      data-loss={plain(standing?.trainLoss)}
      data-test-loss={plain(standing?.testLoss)}
      data-accuracy={plain(standing?.testAccuracy)}
      data-train-accuracy={plain(standing?.trainAccuracy)}
      data-backend="javascript"
      className="tabular flex min-w-0 flex-wrap items-center gap-x-3 text-sm"
    >
      <Badge tone={TONES[state.name]} className="min-w-19 justify-center">
        {t(`state.${state.name}`)}
      </Badge>
      <Value label={t('bar.steps')} value={numbers.integer(standing?.step ?? null)} width="7ch" />
      <Value label={t('bar.loss')} value={numbers.loss(standing?.trainLoss ?? null)} width="5.5ch" />
      {begun?.points.train.classes !== 0 && (
        <Value
          label={t('bar.accuracy')}
          value={shares.of(standing?.testAccuracy, begun?.points.test.labels.length ?? 0)}
          width="6ch"
        />
      )}
    </fieldset>
  );
}

function Value({ label, value, width }: { label: string; value: string; width: string }) {
  return (
    <span className="flex flex-col leading-tight">
      <span className="text-xs whitespace-nowrap text-ink-soft">{label}</span>
      <span className="font-semibold" style={{ minWidth: width }}>
        {value}
      </span>
    </span>
  );
}
