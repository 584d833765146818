'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { DeskRun } from './desk-now';

const WIDTH = 420;
const HEIGHT = 150;
const LEFT = 40;
const BOTTOM = 20;

/** Accuracy against steps: training solid, validation dashed, guessing as a line to be beaten. */
export function AccuracyCurve({ run, labelCount }: { run: DeskRun | null; labelCount: number }) {
  const t = useTranslations('pool.curve');
  const numbers = useNumbers();
  const total = run?.standing.totalSteps ?? 1;
  const x = (step: number) => LEFT + ((WIDTH - LEFT - 6) * step) / Math.max(1, total);
  const y = (share: number) => 8 + (HEIGHT - BOTTOM - 8) * (1 - share);
  const path = (read: (at: DeskRun['curve'][number]) => number | null) =>
    (run?.curve ?? [])
      .flatMap((at) => {
        const value = read(at);
        return value === null ? [] : [`${x(at.step).toFixed(1)} ${y(value).toFixed(1)}`];
      })
      .map((place, index) => `${index === 0 ? 'M' : 'L'}${place}`)
      .join('');
  const standing = run?.standing;
  const words = standing
    ? t('now', {
        step: numbers.integer(standing.step),
        accuracy: numbers.percent(standing.accuracy),
        validation: numbers.percent(standing.validationAccuracy),
      })
    : t('empty');
  const chance = 1 / Math.max(2, labelCount);
  return (
    <figure className="m-0">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words} className="w-full">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH - 6} y1={y(share)} y2={y(share)} className="stroke-line" />
            <text
              x={LEFT - 6}
              y={y(share) + 4}
              textAnchor="end"
              className="tabular fill-ink-soft text-[12px]"
            >
              {numbers.percent(share, 0)}
            </text>
          </g>
        ))}
        <line
          x1={LEFT}
          x2={WIDTH - 6}
          y1={y(chance)}
          y2={y(chance)}
          className="stroke-ink-soft"
          strokeDasharray="2 4"
        />
        <text x={WIDTH - 8} y={y(chance) - 4} textAnchor="end" className="fill-ink-soft text-[11px]">
          {t('chance')}
        </text>
        <path d={path(({ accuracy }) => accuracy)} className="fill-none stroke-series-1" strokeWidth={2} />
        <path
          d={path(({ validationAccuracy }) => validationAccuracy)}
          className="fill-none stroke-series-2"
          strokeWidth={2}
          strokeDasharray="6 4"
        />
        <text x={WIDTH - 6} y={HEIGHT - 4} textAnchor="end" className="fill-ink-soft text-[12px]">
          {t('steps')}
        </text>
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="w-6 border-t-2 border-series-1" />
          <span>{t('training')}</span>
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="w-6 border-t-2 border-dashed border-series-2" />
          <span>{t('validation')}</span>
        </span>
      </figcaption>
    </figure>
  );
}
