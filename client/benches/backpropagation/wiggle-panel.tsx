'use client';

import { Fragment, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { TicksX } from '@/client/charts/plot/axes';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { Exercise } from '@/engine/dense/backpropagation-exercise';
import { writeValue } from './number-format';
import { type QuantityId, quantity, type Values } from './quantities';
import { agrees, lossCurve, WIGGLES, type Wiggle, type Wiggled, wiggle } from './wiggle';

interface Props {
  exercise: Exercise;
  values: Values;
  /** The weight or bias that is wiggled. */
  of: QuantityId;
  /** Backpropagation has reached this weight. */
  known: boolean;
  h: Wiggle;
  onChange(h: Wiggle): void;
}

/** The picture's width until it is measured. */
const USUAL_WIDTH = 320;
const HEIGHT = 112;
const MARGIN = { left: 10, right: 10, top: 10, bottom: 22 };

/** Moves one weight a little and looks at the loss: does the slope that is seen equal the one that was calculated? */
export function WigglePanel({ exercise, values, of, known, h, onChange }: Props) {
  const t = useTranslations('backpropagation');
  const { symbol } = quantity(of);
  const seen = wiggle(exercise, of, h);
  const calculated = values[`g${of}` as QuantityId];
  const same = agrees(seen, calculated);
  return (
    <section
      aria-label={t('wiggle.label')}
      data-testid="wiggle"
      className="rounded-md border border-line-strong bg-surface-raised p-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-base">{t('wiggle.title', { symbol })}</h2>
        <p className="text-xs text-ink-soft">{t('wiggle.choose')}</p>
      </div>
      <Curve
        exercise={exercise}
        of={of}
        h={h}
        seen={seen}
        value={values[of]}
        loss={values.loss}
        slope={known ? calculated : null}
      />
      <SegmentedControl
        label={t('wiggle.by')}
        value={String(h)}
        onChange={(next) => onChange(Number(next) as Wiggle)}
        segments={WIGGLES.map((one) => ({ value: String(one), label: `±${one}` }))}
      />
      <dl className="tabular mt-2 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
        {(['+', '−'] as const).map((sign) => (
          <Fragment key={sign}>
            <dt className="text-ink-soft">{`L(${symbol} ${sign} ${h})`}</dt>
            <dd className="text-right">{writeValue(sign === '+' ? seen.above : seen.below, 6)}</dd>
          </Fragment>
        ))}
        <dt>{t('wiggle.seen', { twice: String(2 * h) })}</dt>
        <dd className="text-right font-semibold">{writeValue(seen.slope, 5)}</dd>
        <dt>{t('wiggle.calculated')}</dt>
        <dd className="text-right font-semibold">{known ? writeValue(calculated, 5) : '?'}</dd>
      </dl>
      <p
        className="mt-1 min-h-10 text-sm text-ink-soft"
        data-testid="wiggle-verdict"
        data-same={known && same}
      >
        {t(known ? (same ? 'wiggle.same' : 'wiggle.coarse') : 'wiggle.later')}
      </p>
    </section>
  );
}

interface CurveProps {
  exercise: Exercise;
  of: QuantityId;
  h: number;
  seen: Wiggled;
  value: number;
  loss: number;
  /** Backpropagation's slope, or null while it is not known. */
  slope: number | null;
}

/** The loss over this weight, the two places that were looked at, and the line with the calculated slope. */
function Curve({ exercise, of, h, seen, value, loss, slope }: CurveProps) {
  const t = useTranslations('backpropagation');
  const curve = useMemo(() => lossCurve(exercise, of), [exercise, of]);
  // A flat curve would else fill the picture with noise.
  const room = Math.max(0.04, curve.most - curve.least);
  const step = (curve.to - curve.from) / (curve.losses.length - 1);
  const { symbol } = quantity(of);
  return (
    <PlotFrame
      label={t('wiggle.now', {
        symbol,
        value: writeValue(value, 2),
        loss: writeValue(loss, 4),
        direction: seen.slope >= 0 ? 'up' : 'down',
      })}
      height={HEIGHT}
      usualWidth={USUAL_WIDTH}
      margin={MARGIN}
      x={{ range: [curve.from, curve.to] }}
      y={{ range: [curve.least, curve.least + room] }}
    >
      {(area, clip) => {
        const { x, y } = area;
        const axis = area.bottom + 3;
        return (
          <>
            <path d={`M${area.left} ${axis}H${area.right}`} stroke="var(--line-strong)" />
            <g clipPath={clip}>
              <path
                d={seriesPath(area, curve.losses.length, (i) => [curve.from + i * step, curve.losses[i]!])}
                fill="none"
                stroke="var(--ink)"
                strokeWidth="2"
              />
              {slope !== null && (
                <path
                  d={`M${x(value - 0.9)} ${y(loss - 0.9 * slope)}L${x(value + 0.9)} ${y(loss + 0.9 * slope)}`}
                  stroke="var(--accent)"
                  strokeWidth="2.5"
                />
              )}
              <path
                d={`M${x(value - h)} ${y(seen.below)}L${x(value + h)} ${y(seen.above)}`}
                stroke="var(--negative)"
                strokeWidth="2"
                strokeDasharray="4 3"
              />
            </g>
            {[
              [value - h, seen.below],
              [value + h, seen.above],
            ].map(([w, l], i) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: one below, one above.
                key={i}
                cx={x(w!)}
                cy={y(l!)}
                r="4"
                fill="var(--negative)"
                stroke="var(--surface-raised)"
              />
            ))}
            <circle
              cx={x(value)}
              cy={y(loss)}
              r="5"
              fill="var(--accent)"
              stroke="var(--surface-raised)"
              strokeWidth="1.5"
            />
            <path d={`M${x(value)} ${y(loss) + 6}V${axis}`} stroke="var(--accent)" strokeDasharray="2 3" />
            <TicksX area={area} at={[curve.from, curve.to]} write={(w) => writeValue(w, 1)} font={12} ends />
            <text
              x={x(value)}
              y={area.bottom + 16}
              fontSize="12.5"
              fontWeight="700"
              textAnchor="middle"
              fill="var(--ink)"
            >
              {`${symbol} = ${writeValue(value, 2)}`}
            </text>
            <text x={area.left} y={area.top + 3} fontSize="12" fill="var(--ink-soft)">
              L
            </text>
          </>
        );
      }}
    </PlotFrame>
  );
}
