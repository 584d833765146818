'use client';

import { extent, nice, ticks } from 'd3-array';
import { memo, useMemo, useRef, useState } from 'react';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { type Axis, decadesOf, type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { LinesCanvas } from '@/client/review/lines-canvas';
import type { ComparedCurve } from './compared-curve';
import { areNamesBeside, CurveNames, MOST_NAMES, NAMES_WIDTH } from './curve-names';
import { nearestCurve } from './nearest-curve';
import type { Zoom } from './zoom';

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
  /** The part that is looked at; null: all. */
  zoom: Zoom | null;
  onZoom(zoom: Zoom): void;
  writeX(value: number): string;
  writeY(value: number): string;
}

const HEIGHT = 420;
const MARGIN = { left: 56, right: 16, top: 12, bottom: 42 };
/** Beside names. */
const MARGIN_OF_NAMES = { ...MARGIN, right: NAMES_WIDTH };
/** Of the width: less was a tap. */
const LEAST_PART = 0.02;
/** Lines of one colour are told from each other by their strokes. */
const DASHES = [undefined, '7 4', '2 4', '10 3 2 3'];

/** The curves of several runs in one picture, each named beside its end by what tells it from the others. */
export function ComparedCurves(props: Props) {
  const { curves, chosen, onChoose, percent, logarithmic, label, xName, zoom, onZoom, writeX, writeY } =
    props;
  const [part, setPart] = useState<Zoom | null>(null);
  // The hand's end comes with the props of its beginning.
  const drawn = useRef<Zoom | null>(null);
  const draw = (to: Zoom | null) => {
    drawn.current = to;
    setPart(to);
  };
  const { x, y } = useMemo(
    () => axesOf(curves, zoom, percent, logarithmic),
    [curves, zoom, percent, logarithmic],
  );
  const many = curves.length > MOST_NAMES;
  const placed = useRef<PlotArea | null>(null);
  const standing = curves.find(({ id }) => id === chosen);
  const hover = (place: { x: number; y: number } | null) => {
    const area = placed.current;
    const nearest = place && area && drawn.current === null ? nearestCurve(curves, area, place) : null;
    if (nearest !== chosen) onChoose(nearest);
  };
  return (
    <PlotFrame
      label={label}
      height={HEIGHT}
      usualWidth={900}
      margin={(width) => (areNamesBeside(width, curves.length) ? MARGIN_OF_NAMES : MARGIN)}
      x={x}
      y={y}
      over={3}
      under={(area, size) => {
        placed.current = area;
        const { left, top, right, bottom } = area;
        return (
          <>
            <div
              className="absolute bg-surface-raised"
              style={{ left, top, width: right - left, height: bottom - top }}
            />
            {many && (
              <div className="absolute inset-0" style={{ opacity: standing ? 0.25 : 1 }}>
                <LinesCanvas lines={curves} area={area} {...size} weight={1.5} strength={1} />
              </div>
            )}
          </>
        );
      }}
      onHover={hover}
      drag={{
        cursor: 'cursor-col-resize',
        onMove: (at, from) => draw({ from: Math.min(at, from), to: Math.max(at, from) }),
        onUndo: () => draw(null),
        onEnd: () => {
          const wanted = drawn.current;
          draw(null);
          if (wanted && wanted.to - wanted.from > LEAST_PART * (x.range[1] - x.range[0])) onZoom(wanted);
        },
      }}
      testId="compared-curves"
    >
      {(area, clip, width) => {
        const atX = ticks(x.range[0], x.range[1], 6);
        const atY = logarithmic ? decadesOf(area.y) : ticks(y.range[0], y.range[1], 6);
        return (
          <>
            <Grid area={area} x={atX} y={atY} />
            <g clipPath={clip} fill="none" strokeLinejoin="round">
              {!many && (
                <g opacity={standing ? 0.25 : 1}>
                  <Lines area={area} curves={curves} width={2} />
                </g>
              )}
              {standing && <Line area={area} curve={standing} width={3.5} />}
            </g>
            {part && (
              <rect
                x={area.x(part.from)}
                y={area.top}
                width={Math.max(0, area.x(part.to) - area.x(part.from))}
                height={area.bottom - area.top}
                fill="var(--accent)"
                fillOpacity="0.15"
              />
            )}
            <Axes area={area} />
            <TicksX area={area} at={atX} write={writeX} />
            <TicksY area={area} at={atY} write={writeY} />
            <AxisName area={area} name={xName} />
            <CurveNames
              area={area}
              curves={curves}
              chosen={chosen}
              beside={areNamesBeside(width, curves.length)}
            />
          </>
        );
      }}
    </PlotFrame>
  );
}

/** Drawn again when the curves or the axes change, not with what stands out. */
const Lines = memo(function Lines({ area, curves, width }: LinesProps & Pick<Props, 'curves'>) {
  return curves.map((curve) => <Line key={curve.id} area={area} curve={curve} width={width} />);
});

interface LinesProps {
  area: PlotArea;
  /** CSS pixels. */
  width: number;
}

function Line({ area, curve, width }: LinesProps & { curve: ComparedCurve }) {
  return (
    <path
      d={seriesPath(area, curve.points.length, (index) => curve.points[index]!)}
      stroke={`var(--series-${curve.mark.colour + 1})`}
      strokeDasharray={DASHES[curve.mark.glyph % DASHES.length]}
      strokeWidth={width}
    />
  );
}

/** Both axes: the whole of the curves, or the part that is looked at. */
function axesOf(
  curves: readonly ComparedCurve[],
  zoom: Zoom | null,
  percent: boolean,
  logarithmic: boolean,
): { x: Axis; y: Axis } {
  const all = curves.flatMap(({ points }) => points);
  const end = all.reduce((most, [at]) => Math.max(most, at), 1e-9);
  const seen = zoom ? all.filter(([at]) => at >= zoom.from && at <= zoom.to) : all;
  return {
    x: { range: zoom ? [zoom.from, zoom.to] : [0, end] },
    y: valueAxis(
      seen.map(([, value]) => value),
      percent,
      logarithmic,
    ),
  };
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
