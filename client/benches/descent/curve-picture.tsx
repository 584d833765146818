'use client';

import { ticks } from 'd3-array';
import { useId, useMemo } from 'react';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel } from '@/client/charts/plot/marks';
import { curvePath, tangent } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import type { Curve } from '@/engine/landscape/curves';
import type { CurveWalk } from './curve-story';

interface Props {
  curve: Curve;
  walk: CurveWalk;
  taken: number;
  rate: number;
  label: string;
  axes: readonly [x: string, y: string];
  stepName: string;
  held: boolean;
  onDrag(w: number): void;
  /** A cancelled drag: what was before the finger came is to be again. */
  onUndo(): void;
}

/** The picture's width until it is measured. */
const USUAL_WIDTH = 640;
const HEIGHT = 310;
const MARGIN = { left: 38, right: 8, top: 8, bottom: 38 };

/** A loss over one weight: the ball on it, its tangent, the step that comes next, and where it has been. */
export function CurvePicture(props: Props) {
  const { curve, walk, taken, rate, label, axes, stepName, held, onDrag, onUndo } = props;
  const head = useId();
  const heights = useMemo(() => heightsOf(curve), [curve]);
  const point = walk.path[taken]!;
  const slope = point.slope?.a ?? 0;
  const ticks = useMemo(() => ticksOf(curve), [curve]);
  const losses = useMemo(() => lossTicks(heights), [heights]);
  return (
    <PlotFrame
      label={label}
      height={HEIGHT}
      usualWidth={USUAL_WIDTH}
      margin={MARGIN}
      x={{ range: curve.range }}
      y={{ range: heights }}
      testId="curve"
      drag={held ? null : { onMove: onDrag, onUndo, cursor: 'cursor-grab active:cursor-grabbing' }}
    >
      {(area, clip) => {
        const at = (w: number) => ({ x: area.x(w), y: area.y(curve.of(w)) });
        const ball = at(point.a);
        const next = point.slope ? at(point.a - rate * slope) : null;
        const [x1, y1, x2, y2] = tangent(area, point.a, point.loss, slope, 190);
        const before = walk.path.slice(0, taken + 1).map(({ a }) => at(a));
        const shown = ball.x >= area.left - 10 && ball.x <= area.right + 10 && ball.y > area.top - 10;
        return (
          <>
            <defs>
              <marker
                id={head}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8z" fill="var(--accent)" />
              </marker>
            </defs>
            <PlotPaper area={area} framed />
            <Grid area={area} x={ticks.at} y={losses.at} />
            <TicksX area={area} at={ticks.at} write={(w) => writeFixed(w, ticks.digits)} />
            <TicksY area={area} at={losses.at} write={(loss) => writeFixed(loss, losses.digits)} />
            <text
              x={area.left - 8}
              y={area.top + 14}
              textAnchor="end"
              fontSize="15"
              fontWeight="700"
              fill="var(--ink)"
            >
              {axes[1]}
            </text>
            <text
              x={area.right}
              y={HEIGHT - 4}
              textAnchor="end"
              fontSize="14"
              fontWeight="600"
              fill="var(--ink)"
            >
              {`${axes[0]} →`}
            </text>
            <g clipPath={clip} fill="none">
              <path d={curvePath(area, curve.of, 240)} stroke="var(--ink)" strokeWidth="2.5" />
              <g stroke="var(--ink-soft)" strokeWidth="1.4">
                <circle cx={at(walk.lowest).x} cy={at(walk.lowest).y} r="12" strokeDasharray="3 2.5" />
              </g>
              <path
                d={`M${before.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`}
                stroke="var(--series-1)"
                strokeWidth="1.3"
                opacity="0.75"
              />
              {before.slice(0, -1).map(({ x, y }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the step.
                <circle key={i} cx={x} cy={y} r="3.5" fill="var(--series-1)" stroke="var(--surface-raised)" />
              ))}
              <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke="var(--series-2)" strokeWidth="2" />
              {next && (
                <>
                  <circle
                    cx={next.x}
                    cy={next.y}
                    r="8"
                    stroke="var(--accent)"
                    strokeWidth="1.6"
                    strokeDasharray="3 2"
                  />
                  <path d={`M${next.x} ${ball.y}V${next.y}`} stroke="var(--accent)" strokeDasharray="2 4" />
                </>
              )}
            </g>
            {shown && next && Math.abs(next.x - ball.x) > 3 && (
              <g clipPath={clip}>
                <path
                  d={`M${ball.x} ${ball.y}H${Math.min(area.right + 30, Math.max(area.left - 30, next.x))}`}
                  stroke="var(--accent)"
                  strokeWidth="3"
                  markerEnd={`url(#${head})`}
                />
                {Math.abs(next.x - ball.x) > 60 && (
                  <DirectLabel
                    name={stepName}
                    colour="var(--accent)"
                    x={Math.min(area.right - 40, Math.max(area.left + 40, (ball.x + next.x) / 2))}
                    // At the top there is room below the arrow alone.
                    y={ball.y - 9 < area.top + 12 ? ball.y + 19 : ball.y - 9}
                    textAnchor="middle"
                  />
                )}
              </g>
            )}
            {shown && (
              <circle
                cx={ball.x}
                cy={ball.y}
                r="11"
                fill="var(--series-1)"
                stroke="var(--surface-raised)"
                strokeWidth="3"
              />
            )}
          </>
        );
      }}
    </PlotFrame>
  );
}

/** From the lowest to the highest point of a curve, with some air. */
function heightsOf(curve: Curve): readonly [number, number] {
  const [from, to] = curve.range;
  const heights = Array.from({ length: 101 }, (_, i) => curve.of(from + ((to - from) * i) / 100));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const pad = (high - low) * 0.12;
  return [low - pad, high + pad / 2];
}

/** Every whole, or every half where there is room; none where the axis' name stands. */
function ticksOf({ range: [from, to] }: Curve): { at: readonly number[]; digits: number } {
  const every = to - from > 5 ? 1 : 0.5;
  const all = ticks(from, to, (to - from) / every);
  return { at: all.filter((w) => w <= to - 0.3 * every), digits: every === 1 ? 0 : 1 };
}

/** Some round losses; none at the top, where the axis' name stands. */
function lossTicks([low, high]: readonly [number, number]): { at: readonly number[]; digits: number } {
  const all = ticks(low, high, 5);
  const every = (all[1] ?? 1) - (all[0] ?? 0);
  return {
    at: all.filter((loss) => loss >= 0 && loss <= high - 0.12 * (high - low)),
    digits: every >= 1 ? 0 : 1,
  };
}
