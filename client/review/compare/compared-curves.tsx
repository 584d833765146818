'use client';

import { extent, nice, ticks } from 'd3-array';
import { apart } from '@/client/charts/plot/apart';
import { Axes, AxisName, Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel } from '@/client/charts/plot/marks';
import { type Axis, decadesOf, type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import type { Mark } from '@/protocol/views';
import type { RunCurvePoint } from './run-curve';

interface ComparedCurve {
  id: string;
  mark: Mark;
  /** What tells it from the others. */
  label: string;
  points: readonly RunCurvePoint[];
}

interface Props {
  curves: readonly ComparedCurve[];
  /** The run that stands out; null: none. */
  chosen: string | null;
  onChoose(id: string | null): void;
  /** Shares of right answers: from 0 to 1. */
  percent: boolean;
  logarithmic: boolean;
  /** What the picture shows, in words. */
  label: string;
  xName: string;
  writeX(value: number): string;
  writeY(value: number): string;
}

const HEIGHT = 420;
const MARGIN = { left: 56, right: 16, top: 12, bottom: 42 };
const FONT = 13;
/** So many names still have room beside each other; beyond, the table names the lines. */
const MOST_NAMES = 12;
/** Lines of one colour are told from each other by their strokes. */
const DASHES = [undefined, '7 4', '2 4', '10 3 2 3'];

/** The curves of several runs in one picture, each named at its end by what tells it from the others. */
export function ComparedCurves(props: Props) {
  const { curves, chosen, onChoose, percent, logarithmic, label, xName, writeX, writeY } = props;
  const all = curves.flatMap(({ points }) => points);
  const x: Axis = { range: [0, Math.max(1e-9, ...all.map(([at]) => at))] };
  const y = valueAxis(
    all.map(([, value]) => value),
    percent,
    logarithmic,
  );
  const order = curves.toSorted((a, b) => Number(a.id === chosen) - Number(b.id === chosen));
  return (
    <PlotFrame
      label={label}
      height={HEIGHT}
      usualWidth={900}
      margin={MARGIN}
      x={x}
      y={y}
      over={3}
      testId="compared-curves"
    >
      {(area, clip) => {
        const atX = ticks(0, x.range[1], 6);
        const atY = logarithmic ? decadesOf(area.y) : ticks(y.range[0], y.range[1], 6);
        return (
          <>
            <PlotPaper area={area} />
            <Grid area={area} x={atX} y={atY} />
            <g clipPath={clip} fill="none" strokeLinejoin="round">
              {order.map((curve) => (
                <path
                  key={curve.id}
                  d={seriesPath(area, curve.points.length, (index) => curve.points[index]!)}
                  stroke={`var(--series-${curve.mark.colour + 1})`}
                  strokeDasharray={DASHES[curve.mark.glyph % DASHES.length]}
                  strokeWidth={curve.id === chosen ? 3.5 : 2}
                  strokeOpacity={chosen === null || curve.id === chosen ? 1 : 0.25}
                  onPointerEnter={() => onChoose(curve.id)}
                  onPointerLeave={() => onChoose(null)}
                />
              ))}
            </g>
            <Axes area={area} />
            <TicksX area={area} at={atX} write={writeX} />
            <TicksY area={area} at={atY} write={writeY} />
            <AxisName area={area} name={xName} />
            <Names area={area} curves={curves} chosen={chosen} />
          </>
        );
      }}
    </PlotFrame>
  );
}

/** The names at the ends of the lines; only that of the one that stands out where there are many. */
function Names({ area, curves, chosen }: { area: PlotArea } & Pick<Props, 'curves' | 'chosen'>) {
  const named = curves.filter(
    ({ id, points }) => points.length > 0 && (curves.length <= MOST_NAMES || id === chosen),
  );
  const ends = named.map(({ points }) => points.at(-1)!);
  const places = apart(
    ends.map(([, value]) => area.y(value) - 8),
    FONT + 3,
    area.top + FONT,
    area.bottom - 4,
  );
  return named.map((curve, index) => (
    <g key={curve.id} opacity={chosen === null || curve.id === chosen ? 1 : 0.35}>
      <DirectLabel
        name={curve.label}
        colour={`var(--series-${curve.mark.colour + 1})`}
        x={Math.max(area.left + 60, Math.min(area.right - 4, area.x(ends[index]![0])))}
        y={places[index]!}
        textAnchor="end"
        fontSize={FONT}
      />
    </g>
  ));
}

/** All values within round ends; shares end at 0 and 1, unless that would press them all into a corner. */
function valueAxis(values: readonly number[], percent: boolean, logarithmic: boolean): Axis {
  const [least = 0, most = 1] = extent(logarithmic ? values.filter((value) => value > 0) : values);
  if (logarithmic) {
    const [low, high] = [Math.floor(Math.log10(least || 0.1)), Math.ceil(Math.log10(most || 1))];
    return { range: [10 ** low, 10 ** Math.max(low + 1, high)], logarithmic, held: true };
  }
  const [low, high] = nice(percent ? Math.max(0, least - 0.02) : 0, most === least ? most + 1 : most, 6);
  return { range: [low, percent ? Math.min(1, high) : high] };
}
