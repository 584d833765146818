'use client';

import { ticks } from 'd3-array';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { type Axis, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { askServer } from '@/client/review/ask-server';
import { LinesCanvas } from '@/client/review/lines-canvas';
import { runMark } from '@/client/review/run-mark-of';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { DataTable } from '@/client/ui/data-table';
import { Notice } from '@/client/ui/notice';
import { type ClassCurve, classCurvesPath, type ToldCurves } from '@/protocol/run-curves';
import { type BandPlace, quantileBand } from './quantile-band';

const HEIGHT = 360;
const MARGIN = { left: 56, right: 16, top: 12, bottom: 44 };
const SHARES: Axis = { range: [0, 1] };
/** Rows of the table of the band. */
const ROWS = 6;

const isDrawn = ({ places }: ClassCurve) => places.length > 0;

/** How the best run of everybody went, with median and quartiles. */
export function ClassCurvesCard({ classId }: { classId: string }) {
  const t = useTranslations('pictures.curves');
  const [curves, setCurves] = useState<readonly ClassCurve[] | 'failed' | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked for once more.
  useEffect(() => {
    let gone = false;
    setCurves(null);
    void askServer<ToldCurves>('GET', classCurvesPath(classId)).then((answer) => {
      if (!gone) setCurves(answer !== 'offline' && answer.ok ? answer.curves.filter(isDrawn) : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [classId, asked]);
  return (
    <Card as="section" title={t('title')} graphPaper>
      {curves === 'failed' ? (
        <Notice
          tone="warn"
          action={
            <Button size="sm" onClick={() => setAsked(asked + 1)}>
              {t('again')}
            </Button>
          }
        >
          {t('failed')}
        </Notice>
      ) : curves === null ? (
        <p className="grid place-items-center text-sm text-ink-soft" style={{ height: HEIGHT }}>
          {t('loading')}
        </p>
      ) : (
        <DrawnCurves curves={curves} />
      )}
    </Card>
  );
}

function DrawnCurves({ curves }: { curves: readonly ClassCurve[] }) {
  const t = useTranslations('pictures.curves');
  const numbers = useNumbers();
  const band = useMemo(() => quantileBand(curves.map(({ places }) => places)), [curves]);
  const lines = useMemo(
    () => curves.map(({ runId, places }) => ({ id: runId, mark: runMark(runId), points: places })),
    [curves],
  );
  const x = useMemo(
    (): Axis => ({ range: [0, Math.max(1, ...curves.map(({ places }) => places.at(-1)![0]))] }),
    [curves],
  );
  if (curves.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>;
  const percent = (share: number) => numbers.percent(share);
  const last = band.at(-1);
  const said = last
    ? t('says', {
        count: curves.length,
        step: numbers.integer(last.x),
        median: percent(last.median),
        lower: percent(last.lower),
        upper: percent(last.upper),
      })
    : t('fewSay', { count: curves.length });
  return (
    <>
      <PlotFrame
        label={said}
        height={HEIGHT}
        usualWidth={900}
        margin={MARGIN}
        x={x}
        y={SHARES}
        under={(area, size) => <LinesCanvas lines={lines} area={area} {...size} weight={1} strength={0.3} />}
        testId="class-curves"
      >
        {(area, clip) => (
          <>
            <Grid area={area} x={ticks(0, x.range[1], 6)} y={ticks(0, 1, 5)} />
            <g clipPath={clip}>
              <path
                d={bandPath(band, (place) => [area.x(place.x), area.y(place.lower), area.y(place.upper)])}
                fill="var(--accent)"
                fillOpacity="0.22"
              />
              <path
                d={seriesPath(area, band.length, (index) => [band[index]!.x, band[index]!.median])}
                fill="none"
                stroke="var(--ink)"
                strokeWidth="3"
              />
            </g>
            <Axes area={area} />
            <TicksX area={area} at={ticks(0, x.range[1], 6)} write={(value) => numbers.integer(value)} />
            <TicksY area={area} at={ticks(0, 1, 5)} write={(value) => numbers.percent(value, 0)} />
            <AxisName area={area} name={t('step')} />
          </>
        )}
      </PlotFrame>
      <p aria-hidden="true" className="mt-1 max-w-prose text-sm text-ink-soft">
        {said}
      </p>
      <BandTable band={band} />
    </>
  );
}

/** There along the upper edge, and back along the lower one. */
function bandPath(
  band: readonly BandPlace[],
  at: (place: BandPlace) => readonly [x: number, lower: number, upper: number],
): string {
  if (band.length === 0) return '';
  const places = band.map(at);
  const there = places.map(([x, , upper]) => `${x.toFixed(1)} ${upper.toFixed(1)}`);
  const back = places.toReversed().map(([x, lower]) => `${x.toFixed(1)} ${lower.toFixed(1)}`);
  return `M${[...there, ...back].join('L')}Z`;
}

function BandTable({ band }: { band: readonly BandPlace[] }) {
  const t = useTranslations('pictures.curves');
  const pictures = useTranslations('pictures');
  const numbers = useNumbers();
  const every = Math.max(1, Math.ceil(band.length / ROWS));
  const rows = band.filter((_, index) => (band.length - 1 - index) % every === 0);
  if (rows.length === 0) return null;
  const share = (id: 'lower' | 'median' | 'upper') => ({
    id,
    header: t(id),
    align: 'right' as const,
    cell: (place: BandPlace) => numbers.percent(place[id]),
  });
  return (
    <details className="mt-2 max-w-xl text-sm">
      <summary className="cursor-pointer font-semibold">{pictures('data')}</summary>
      <DataTable
        caption={t('title')}
        dense
        columns={[
          {
            id: 'x',
            header: t('step'),
            rowHeader: true,
            align: 'right',
            cell: ({ x }) => numbers.integer(x),
          },
          share('lower'),
          share('median'),
          share('upper'),
          { id: 'count', header: t('count'), align: 'right', cell: ({ count }) => numbers.integer(count) },
        ]}
        rows={rows}
        rowKey={({ x }) => String(x)}
        className="mt-1 border border-line bg-surface-raised"
      />
    </details>
  );
}
