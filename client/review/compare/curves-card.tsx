'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { DataDetails } from '@/client/review/data-details';
import { Card } from '@/client/ui/card';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { SliderField } from '@/client/ui/slider-field';
import { ComparedCurves } from './compared-curves';
import type { NamedRun } from './compared-run';
import {
  AXES,
  type ComparedAxis,
  type ComparedMeasure,
  isShare,
  MEASURES,
  placesAlong,
  type RunCurvePoint,
  runCurve,
} from './run-curve';
import { useExactPoints } from './use-exact-points';
import { stretchOf, withExact, type Zoom } from './zoom';
import { ZoomBar } from './zoom-bar';

interface Props {
  runs: readonly NamedRun[];
  chosen: string | null;
  onChoose(id: string | null): void;
}

interface CurveDatum {
  key: string;
  label: string;
  x: number;
  y: number;
}

const dataOf = ({
  id,
  label,
  points,
}: {
  id: string;
  label: string;
  points: readonly RunCurvePoint[];
}): CurveDatum[] => points.map(([x, y], index) => ({ key: `${id} ${index}`, label, x, y }));

/** The curves of all runs, by the measure, the axis and the smoothing that are wanted. */
export function CurvesCard({ runs, chosen, onChoose }: Props) {
  const t = useTranslations('review.compare');
  const curvesWords = useTranslations('review.curves');
  const zoomWords = useTranslations('runs.zoom');
  const numbers = useNumbers();
  const measured = useMemo(
    () =>
      new Set(
        MEASURES.filter((measure) =>
          runs.some(({ points }) => points.some((point) => point[measure] !== null)),
        ),
      ),
    [runs],
  );
  const [measure, setMeasure] = useState<ComparedMeasure>(
    () => MEASURES.find((one) => measured.has(one)) ?? 'loss',
  );
  const [axis, setAxis] = useState<ComparedAxis>('step');
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const [smoothing, setSmoothing] = useState(0);
  const [zoom, setZoom] = useState<Zoom | null>(null);
  const percent = isShare(measure);
  const along = useMemo(
    () => runs.map(({ points, run }) => ({ points, along: placesAlong(points, run.experiment, axis) })),
    [runs, axis],
  );
  const end = useMemo(
    () => along.flatMap((one) => one.along.at(-1) ?? []).reduce((a, b) => Math.max(a, b), 0),
    [along],
  );
  const stretch = useMemo(() => zoom && stretchOf(along, zoom), [along, zoom]);
  const { exact, state } = useExactPoints(runs, stretch);
  const curves = useMemo(
    () =>
      runs.map(({ run, mark, label, points }) => {
        const every = exact?.byRun.get(run.id);
        const shown = exact && every ? withExact(points, every, exact.stretch) : points;
        return {
          ...{ id: run.id, mark, label },
          points: runCurve(shown, run.experiment, { measure, axis, smoothing }),
        };
      }),
    [runs, exact, measure, axis, smoothing],
  );
  const drawn = useMemo(() => curves.filter(({ points }) => points.length > 0), [curves]);
  const writeX = (value: number) => numbers.decimal(value, Number.isInteger(value) ? 0 : 1);
  const lookAt = (next: Zoom) => setZoom(next.from <= 0 && next.to >= end ? null : next);
  return (
    <Card as="section" title={t('curves')} graphPaper>
      <div className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-3">
        <SelectField
          label={t('measure')}
          value={measure}
          onChange={setMeasure}
          choices={MEASURES.map((value) => ({
            value,
            label: t(`measures.${value}`),
            disabled: !measured.has(value),
          }))}
          className="w-56"
        />
        <SelectField
          label={t('axis')}
          value={axis}
          onChange={(next) => {
            setAxis(next);
            setZoom(null);
          }}
          choices={AXES.map((value) => ({ value, label: t(`axes.${value}`) }))}
          className="w-56"
        />
        <SliderField
          label={t('smoothing')}
          value={smoothing}
          onChange={setSmoothing}
          min={0}
          max={0.95}
          step={0.05}
          format={(value) => numbers.percent(value, 0)}
          className="w-48"
        />
        {!percent && (
          <SegmentedControl
            label={curvesWords('axis')}
            value={scale}
            onChange={setScale}
            segments={[
              { value: 'linear', label: curvesWords('linear') },
              { value: 'log', label: curvesWords('log') },
            ]}
          />
        )}
      </div>
      <ComparedCurves
        curves={drawn}
        chosen={chosen}
        onChoose={onChoose}
        percent={percent}
        logarithmic={!percent && scale === 'log'}
        label={t('curvesSay', {
          measure: t(`measures.${measure}`),
          axis: t(`axes.${axis}`),
          count: numbers.integer(drawn.length),
        })}
        xName={t(`axes.${axis}`)}
        zoom={zoom}
        onZoom={lookAt}
        writeX={writeX}
        writeY={(value) =>
          percent ? numbers.percent(value, 0) : numbers.decimal(value, value !== 0 && value < 0.1 ? 3 : 2)
        }
      />
      <DataDetails
        caption={t('curves')}
        columns={[
          {
            id: 'run',
            header: t('run'),
            rowHeader: true,
            width: 12,
            cell: ({ label }) => <span title={label}>{label}</span>,
          },
          { id: 'x', header: t(`axes.${axis}`), align: 'right', width: 6, cell: ({ x }) => writeX(x) },
          {
            id: 'y',
            header: t(`measures.${measure}`),
            align: 'right',
            width: 8,
            cell: ({ y }) => (percent ? numbers.percent(y) : numbers.loss(y)),
          },
        ]}
        rows={() => drawn.flatMap(dataOf)}
        rowKey={({ key }) => key}
      />
      <ZoomBar zoom={zoom} end={end} onZoom={lookAt} write={writeX} />
      <p role="status" className="mt-1 text-sm text-ink-soft" data-testid="exactness" data-state={state}>
        {zoomWords(state === 'whole' ? 'whole-state' : state)}
      </p>
      {drawn.length < curves.length && (
        <p className="mt-2 text-sm text-ink-soft">
          {t('notMeasured', { count: curves.length - drawn.length })}
        </p>
      )}
    </Card>
  );
}
