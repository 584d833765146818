'use client';

import { type MouseEvent, type PointerEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { quartilesOf } from '@/base/quartiles';
import { valueTicks } from '@/client/charts/curve-rows';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { plotArea } from '@/client/charts/plot/plot-area';
import { tickDecimals } from '@/client/charts/plot/tick-decimals';
import { useElementSize } from '@/client/charts/use-element-size';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Dataset } from '@/protocol/datasets';
import type { CurveMeasure } from '@/protocol/screen';
import { classBands, classLines, lineRanges, nearestLine } from './class-lines';
import { CurvesCanvas } from './curves-canvas';
import type { StudentTrace } from './traces';

interface Props {
  traces: readonly StudentTrace[];
  measure: CurveMeasure;
  /** Of the data set: what guessing costs. */
  chance: Dataset['chance'];
  /** With median and quartiles. */
  summary: boolean;
  /** To be read from the back of a room. */
  wall?: boolean;
  /** Classes that give the picture its height; its width is that of its place. */
  className: string;
  /** Where one line can be pointed at: how its student is called, and what a press does, with Shift or Ctrl and without. */
  pointing?: { nameOf(id: string): string; open(id: string): void; choose(id: string): void };
  /** Ids of those whose lines stand out; none: all alike. */
  outstanding?: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** All curves of the class as one picture: a line a student in the colour of its mark, the mark at its end. */
export function ClassCurves({
  traces,
  measure,
  chance,
  summary,
  wall = false,
  className,
  pointing,
  outstanding = NOBODY,
}: Props) {
  const t = useTranslations('everybody');
  const numbers = useNumbers();
  const [box, { width, height }] = useElementSize<HTMLDivElement>();
  const font = wall ? Math.max(16, width / 54) : 13;
  const weight = wall ? font / 10 : 1.5;
  const [chosen, setChosen] = useState<{ id: string; epoch: number; value: number } | null>(null);
  const lines = useMemo(() => classLines(traces, measure), [traces, measure]);
  const { epochs, most } = lineRanges(lines, measure, chance);
  const bands = useMemo(() => (summary ? classBands(lines, epochs) : []), [summary, lines, epochs]);
  const ticks = valueTicks([0, most], false);
  const write = (value: number) =>
    measure === 'accuracy'
      ? numbers.percent(value, tickDecimals(ticks.map((part) => part * 100)))
      : numbers.decimal(value, tickDecimals(ticks));
  const area = plotArea(
    {
      left: font * 3.4,
      right: Math.max(font * 6, width - font),
      top: font * 0.8,
      bottom: height - font * 2.9,
    },
    { range: [0, epochs] },
    { range: [0, most], held: true },
  );
  const ends = lines.map(({ y }) => y.findLast((value) => !Number.isNaN(value)) ?? Number.NaN);
  const known = ends.filter((value) => !Number.isNaN(value));
  const middle = known.length > 0 ? quartilesOf(known) : null;
  const said = (value: number) => (measure === 'accuracy' ? numbers.percent(value) : numbers.loss(value));
  const label =
    middle === null
      ? t('curves.none')
      : t(`curves.${measure}`, {
          count: lines.length,
          low: said(middle.low),
          middle: said(middle.middle),
          high: said(middle.high),
        });

  const look = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const place = { x: event.clientX - left, y: event.clientY - top };
    const found = nearestLine(lines, place, area.x, area.y);
    if (!found) setChosen(null);
    else if (found.line.id !== chosen?.id || found.line.x[found.index] !== chosen.epoch)
      setChosen({ id: found.line.id, epoch: found.line.x[found.index]!, value: found.line.y[found.index]! });
  };
  const follow = pointing && {
    onPointerMove: look,
    onPointerDown: look,
    onPointerLeave: () => setChosen(null),
    onClick: (event: MouseEvent) => {
      if (!chosen) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) pointing.choose(chosen.id);
      else pointing.open(chosen.id);
    },
  };
  const level = measure === 'accuracy' ? chance.accuracy : chance.loss;

  return (
    <figure
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      data-testid="class-curves"
      data-lines={lines.length}
    >
      <div
        ref={box}
        {...follow}
        className={`relative min-w-0 ${chosen ? 'cursor-pointer' : ''} ${className}`}
      >
        {width > 0 && (
          <>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-label={label}
              className="tabular absolute inset-0 size-full"
            >
              <Grid area={area} y={ticks} />
              <Level
                area={area}
                value={level}
                name={t('guessing')}
                dash="4 4"
                font={font}
                end="right"
                down={measure === 'accuracy' ? font * 0.95 : -font * 0.35}
              />
              <Axes area={area} />
              <TicksX area={area} at={epochTicks(epochs)} write={numbers.integer} font={font} />
              <TicksY area={area} at={ticks} write={write} font={font} />
              <AxisName area={area} name={t('epochs')} font={font} />
            </svg>
            <CurvesCanvas
              lines={lines}
              bands={bands}
              area={area}
              width={width}
              height={height}
              weight={weight}
              markSize={font * 1.05}
              outstanding={chosen ? new Set([chosen.id]) : outstanding}
            />
          </>
        )}
        {lines.length === 0 && (
          <p
            className="absolute inset-0 grid place-items-center px-6 text-center"
            style={{ fontSize: font * 1.2 }}
          >
            {t('curves.none')}
          </p>
        )}
      </div>
      {pointing && (
        <figcaption aria-hidden="true" className="tabular mt-1 min-h-5 truncate text-sm text-ink-soft">
          {chosen
            ? t('curves.at', {
                name: pointing.nameOf(chosen.id),
                value: said(chosen.value),
                epoch: numbers.decimal(chosen.epoch, 1),
              })
            : t('curves.point')}
        </figcaption>
      )}
    </figure>
  );
}

/** Whole epochs, not more than can be written. */
function epochTicks(epochs: number): number[] {
  const step = Math.ceil(epochs / 10);
  return Array.from({ length: Math.floor(epochs / step) + 1 }, (_, index) => index * step);
}
