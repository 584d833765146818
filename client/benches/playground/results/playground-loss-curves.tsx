'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useShortWindow } from '@/client/benches/playground/use-short-window';
import { Axes, TicksX } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { curveAxes, labelPlaces } from './curve-shape';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun;
}

const HEIGHT = 104;
const SHORT_HEIGHT = 84;
/** Right of the curves stand their names. */
const MARGIN = { left: 0.5, right: 80, top: 0, bottom: 18 };
const FONT = 10.5;

/** The losses on training and test points over the steps, with their names at their ends. */
export function PlaygroundLossCurves({ model, begun }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const height = useShortWindow() ? SHORT_HEIGHT : HEIGHT;
  const [logarithmic, setLogarithmic] = useState(false);
  // Redraws with the slow frames; the log is filled by then.
  useSlowFrame(model.frames, begun);
  const points = model.curve.all;
  const last = points.at(-1);
  const { classes } = begun.points.train;
  const chance = begun.loss === 'squared-error' ? null : Math.log(classes);
  const axes = curveAxes(points, chance, logarithmic);
  return (
    <div>
      <PlotFrame
        label={
          last
            ? t('curves.now', {
                step: numbers.integer(last.step),
                train: numbers.loss(last.train),
                test: numbers.loss(last.test),
              })
            : t('curves.none')
        }
        height={height}
        margin={MARGIN}
        {...axes}
        spills
      >
        {(area) => {
          const path = (of: 'train' | 'test') =>
            seriesPath(area, points.length, (i) => [points[i]!.step, points[i]![of]]);
          const places = last && labelPlaces(last, area);
          return (
            <>
              <Axes area={area} />
              {chance !== null && chance <= axes.y.range[1] && (
                <Level
                  area={area}
                  value={chance}
                  name={t('curves.chance')}
                  dash="1 4"
                  strokeWidth={1}
                  end="right"
                  down={-3}
                  font={FONT}
                />
              )}
              <path
                d={path('test')}
                stroke="var(--series-2)"
                strokeWidth="1.8"
                strokeDasharray="5 3"
                fill="none"
                strokeLinejoin="round"
              />
              <path
                d={path('train')}
                stroke="var(--series-1)"
                strokeWidth="1.8"
                fill="none"
                strokeLinejoin="round"
              />
              <text x={area.left + 3} y={10} fontSize={FONT} fill="var(--ink-soft)">
                {numbers.loss(axes.y.range[1])}
              </text>
              <TicksX
                area={area}
                at={axes.x.range}
                write={(step) =>
                  step === 0 ? '0' : t('curves.step', { step: numbers.integer(last?.step ?? 0) })
                }
                font={FONT}
                ends
              />
              {last && places && (
                <g fontSize="11.5" fontWeight="600">
                  <text x={area.right + 5} y={places.train + 4} fill="var(--series-1)">
                    {`${t('curves.train')} ${numbers.loss(last.train)}`}
                  </text>
                  <text x={area.right + 5} y={places.test + 4} fill="var(--series-2)">
                    {`${t('curves.test')} ${numbers.loss(last.test)}`}
                  </text>
                </g>
              )}
            </>
          );
        }}
      </PlotFrame>
      <label className="mt-1 inline-flex cursor-pointer items-center gap-1.5 text-xs text-ink-soft pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={logarithmic}
          onChange={(event) => setLogarithmic(event.target.checked)}
        />
        <span>{t('curves.log')}</span>
      </label>
    </div>
  );
}
