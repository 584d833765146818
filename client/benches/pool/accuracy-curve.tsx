'use client';

import { useTranslations } from 'use-intl';
import { Grid, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useShares } from '@/client/i18n/use-shares';
import { type DeskRun, picturesIn } from './desk-now';

const HEIGHT = 150;
const USUAL_WIDTH = 420;
const MARGIN = { left: 40, right: 6, top: 8, bottom: 20 };
const SHARES = [0, 0.5, 1];
const FONT = 12;

/** Accuracy against steps: training solid, validation dashed, guessing as a line to be beaten. */
export function AccuracyCurve({ run, labelCount }: { run: DeskRun | null; labelCount: number }) {
  const t = useTranslations('pool.curve');
  const numbers = useNumbers();
  const shares = useShares();
  const curve = run?.curve ?? [];
  const line = (area: PlotArea, of: 'accuracy' | 'validationAccuracy') => {
    const known = curve.filter((at) => at[of] !== null);
    return seriesPath(area, known.length, (i) => [known[i]!.step, known[i]![of]]);
  };
  const total = Math.max(1, run?.standing.totalSteps ?? 1);
  const standing = run?.standing;
  const words = standing
    ? t('now', {
        step: numbers.integer(standing.step),
        accuracy: shares.of(standing.accuracy, picturesIn(run.counts)),
        validation: shares.of(standing.validationAccuracy, run.validationCount),
      })
    : t('empty');
  return (
    <>
      <PlotFrame
        label={words}
        height={HEIGHT}
        usualWidth={USUAL_WIDTH}
        margin={MARGIN}
        x={{ range: [0, total] }}
        y={{ range: [0, 1] }}
      >
        {(area) => (
          <>
            <Grid area={area} y={SHARES} />
            <TicksY area={area} at={SHARES} write={(share) => numbers.percent(share, 0)} font={FONT} />
            <Level
              area={area}
              value={1 / Math.max(2, labelCount)}
              name={t('chance')}
              dash="2 4"
              strokeWidth={1}
              end="right"
              down={-4}
              font={11}
            />
            <path d={line(area, 'accuracy')} className="fill-none stroke-series-1" strokeWidth={2} />
            <path
              d={line(area, 'validationAccuracy')}
              className="fill-none stroke-series-2"
              strokeWidth={2}
              strokeDasharray="6 4"
            />
            <text x={area.right} y={HEIGHT - 4} textAnchor="end" fontSize={FONT} fill="var(--ink-soft)">
              {t('steps')}
            </text>
          </>
        )}
      </PlotFrame>
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="w-6 border-t-2 border-series-1" />
          <span>{t('training')}</span>
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="w-6 border-t-2 border-dashed border-series-2" />
          <span>{t('validation')}</span>
        </span>
      </p>
    </>
  );
}
