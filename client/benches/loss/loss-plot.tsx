'use client';

import { writeFixed } from '@/client/benches/numbers/number-text';
import { AxisName, Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel } from '@/client/charts/plot/marks';
import { curvePath, tangent } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';

export interface LossCurve {
  id: string;
  name: string;
  colour: string;
  dash?: string;
  of(x: number): number;
  slope(x: number): number;
  /** Where its name stands. */
  nameAt: { x: number; anchor: 'start' | 'end'; down: number };
}

interface Props {
  title: string;
  axis: string;
  /** What it shows now, in words. */
  label: string;
  rangeX: readonly [number, number];
  rangeY: readonly [number, number];
  ticksX: readonly number[];
  ticksY: readonly number[];
  curves: readonly LossCurve[];
  x: number;
  onDrag(x: number): void;
  /** A cancelled drag: what was before the finger came is to be again. */
  onUndo(): void;
  held: boolean;
}

/** The picture's width until it is measured. */
const USUAL_WIDTH = 440;
const HEIGHT = 290;
const MARGIN = { left: 26, right: 10, top: 8, bottom: 40 };

/** Losses over one axis, with their tangents at the chosen place, which follows the finger. */
export function LossPlot(props: Props) {
  const { title, axis, label, rangeX, rangeY, ticksX, ticksY, curves, x, onDrag, onUndo, held } = props;
  return (
    <PlotFrame
      title={title}
      label={label}
      height={HEIGHT}
      usualWidth={USUAL_WIDTH}
      margin={MARGIN}
      x={{ range: rangeX }}
      y={{ range: rangeY }}
      drag={held ? null : { onMove: onDrag, onUndo, cursor: 'cursor-ew-resize' }}
    >
      {(area, clip) => {
        const at = area.x(x);
        return (
          <>
            <PlotPaper area={area} framed />
            <Grid area={area} x={ticksX} y={ticksY} />
            <TicksX
              area={area}
              at={ticksX}
              write={(value) => writeFixed(value, Number.isInteger(value) ? 0 : 2)}
            />
            <TicksY area={area} at={ticksY} write={(value) => value} />
            <AxisName area={area} name={axis} />
            <path d={`M${at} ${area.top}V${area.bottom}`} stroke="var(--ink)" strokeDasharray="2 4" />
            <g clipPath={clip} fill="none" strokeLinecap="round">
              {curves.map((curve) => (
                <path
                  key={curve.id}
                  d={curvePath(area, curve.of)}
                  stroke={curve.colour}
                  strokeWidth="2.5"
                  strokeDasharray={curve.dash}
                />
              ))}
              {curves.map((curve) => {
                const [x1, y1, x2, y2] = tangent(area, x, curve.of(x), curve.slope(x), 150);
                return (
                  <path
                    key={curve.id}
                    d={`M${x1} ${y1}L${x2} ${y2}`}
                    stroke="var(--ink)"
                    strokeWidth="1.5"
                    opacity="0.8"
                  />
                );
              })}
            </g>
            {curves.map((curve) => {
              const y = area.y(curve.of(x));
              return (
                y > area.top - 1 && (
                  <circle
                    key={curve.id}
                    cx={at}
                    cy={y}
                    r="6.5"
                    fill={curve.colour}
                    stroke="var(--surface-raised)"
                    strokeWidth="2"
                  />
                )
              );
            })}
            {curves.map(({ id, name, colour, of, nameAt }) => (
              <DirectLabel
                key={id}
                name={name}
                colour={colour}
                x={area.x(nameAt.x)}
                y={area.y(of(nameAt.x)) + nameAt.down}
                textAnchor={nameAt.anchor}
                fontSize={13.5}
              />
            ))}
            <path
              d={`M${at} ${area.bottom - 7}l8 13h-16z`}
              fill="var(--accent)"
              stroke="var(--surface-raised)"
              strokeWidth="1.5"
              strokeLinejoin="round"
            />
          </>
        );
      }}
    </PlotFrame>
  );
}
