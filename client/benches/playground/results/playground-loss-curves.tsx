'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useShortWindow } from '@/client/benches/playground/use-short-window';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Begun } from '@/engine/playground/messages';
import { curveFrame, curvePaths, labelPlaces } from './curve-shape';

interface Props {
  model: BenchModel;
  begun: Begun;
}

const HEIGHT = 104;
const SHORT_HEIGHT = 84;
const LABELS = 80;

/** The losses on training and test points over the steps, with their names at their ends. */
export function PlaygroundLossCurves({ model, begun }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const [box, width] = useElementWidth<HTMLDivElement>();
  const height = useShortWindow() ? SHORT_HEIGHT : HEIGHT;
  const [logarithmic, setLogarithmic] = useState(false);
  // Redraws with the slow frames; the log is filled by then.
  useSlowFrame(model.frames, begun);
  const points = model.curve.all;
  const last = points.at(-1);
  const { classes } = begun.points.train;
  const chance = begun.loss === 'squared-error' ? null : Math.log(classes);
  const plot = { width: Math.max(60, width - LABELS), height: height - 18 };
  const frame = curveFrame(points, chance, logarithmic);
  const paths = curvePaths(points, frame, plot);
  const places = last ? labelPlaces(last, frame, plot) : null;
  const chanceY = chance === null ? null : frame.y(chance, plot);
  return (
    <figure className="m-0">
      <div
        ref={box}
        role="img"
        className="relative"
        style={{ height }}
        aria-label={
          last
            ? t('curves.now', {
                step: numbers.integer(last.step),
                train: numbers.loss(last.train),
                test: numbers.loss(last.test),
              })
            : t('curves.none')
        }
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" className="absolute inset-0 overflow-visible">
            <path
              d={`M0.5 0V${plot.height}H${plot.width}`}
              stroke="var(--line-strong)"
              fill="none"
              strokeWidth="1"
            />
            {chanceY !== null && chanceY >= 0 && chanceY <= plot.height && (
              <>
                <path
                  d={`M0 ${chanceY}H${plot.width}`}
                  stroke="var(--ink-soft)"
                  strokeDasharray="1 4"
                  fill="none"
                />
                <text
                  x={plot.width - 2}
                  y={chanceY - 3}
                  textAnchor="end"
                  fontSize="10.5"
                  fill="var(--ink-soft)"
                >
                  {t('curves.chance')}
                </text>
              </>
            )}
            <path
              d={paths.test}
              stroke="var(--series-2)"
              strokeWidth="1.8"
              strokeDasharray="5 3"
              fill="none"
              strokeLinejoin="round"
            />
            <path
              d={paths.train}
              stroke="var(--series-1)"
              strokeWidth="1.8"
              fill="none"
              strokeLinejoin="round"
            />
            <text x={3} y={10} fontSize="10.5" fill="var(--ink-soft)" className="tabular">
              {numbers.loss(frame.top)}
            </text>
            <text x={0} y={height - 4} fontSize="10.5" fill="var(--ink-soft)">
              0
            </text>
            <text
              x={plot.width}
              y={height - 4}
              textAnchor="end"
              fontSize="10.5"
              fill="var(--ink-soft)"
              className="tabular"
            >
              {t('curves.step', { step: numbers.integer(last?.step ?? 0) })}
            </text>
            {last && places && (
              <g fontSize="11.5" fontWeight="600" className="tabular">
                <text x={plot.width + 5} y={places.train + 4} fill="var(--series-1)">
                  {`${t('curves.train')} ${numbers.loss(last.train)}`}
                </text>
                <text x={plot.width + 5} y={places.test + 4} fill="var(--series-2)">
                  {`${t('curves.test')} ${numbers.loss(last.test)}`}
                </text>
              </g>
            )}
          </svg>
        )}
      </div>
      <label className="mt-1 inline-flex cursor-pointer items-center gap-1.5 text-xs text-ink-soft pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={logarithmic}
          onChange={(event) => setLogarithmic(event.target.checked)}
        />
        <span>{t('curves.log')}</span>
      </label>
    </figure>
  );
}
