'use client';

import { useId, useMemo } from 'react';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { curvePath, type PlotArea, placeX, placeY, tangent, valueX } from '@/client/charts/plot-shape';
import { followPointer } from '@/client/charts/svg-drag';
import { useElementWidth } from '@/client/charts/use-element-width';
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

/** The picture's width until it is measured; then its units are CSS pixels, so that words keep their size. */
const USUAL_WIDTH = 640;
const HEIGHT = 310;

/** A loss over one weight: the ball on it, its tangent, the step that comes next, and where it has been. */
export function CurvePicture({
  curve,
  walk,
  taken,
  rate,
  label,
  axes,
  stepName,
  held,
  onDrag,
  onUndo,
}: Props) {
  const ids = useId();
  const [ref, measured] = useElementWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const area = useMemo((): PlotArea => {
    const [from, to] = curve.range;
    const heights = Array.from({ length: 101 }, (_, i) => curve.of(from + ((to - from) * i) / 100));
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    const pad = (high - low) * 0.12;
    return {
      left: 26,
      right: width - 8,
      top: 8,
      bottom: HEIGHT - 38,
      x: curve.range,
      y: [low - pad, high + pad / 2],
    };
  }, [curve, width]);
  const point = walk.path[taken]!;
  const at = (w: number) => ({ x: placeX(area, w), y: placeY(area, curve.of(w)) });
  const ball = at(point.a);
  const slope = point.slope?.a ?? 0;
  const next = point.slope ? at(point.a - rate * slope) : null;
  const [x1, y1, x2, y2] = tangent(area, point.a, point.loss, slope, 190);
  const before = walk.path.slice(0, taken + 1).map(({ a }) => at(a));
  const shown = ball.x >= area.left - 10 && ball.x <= area.right + 10 && ball.y > area.top - 10;
  return (
    <div ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
        data-testid="curve"
        className={`block w-full select-none ${held ? '' : 'cursor-grab active:cursor-grabbing'}`}
        style={{ touchAction: 'pan-y' }}
        onPointerDown={
          held
            ? undefined
            : (event) =>
                followPointer(event, {
                  atOnce: true,
                  onMove: (place) => onDrag(valueX(area, place.x)),
                  onUndo,
                })
        }
      >
        <defs>
          <clipPath id={`${ids}clip`}>
            <rect x={area.left} y={area.top} width={area.right - area.left} height={area.bottom - area.top} />
          </clipPath>
          <marker
            id={`${ids}head`}
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
        <rect
          x={area.left}
          y={area.top}
          width={area.right - area.left}
          height={area.bottom - area.top}
          fill="var(--surface-raised)"
          stroke="var(--line-strong)"
        />
        <Ticks area={area} range={curve.range} />
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
        <text x={area.right} y={HEIGHT - 4} textAnchor="end" fontSize="14" fontWeight="600" fill="var(--ink)">
          {`${axes[0]} →`}
        </text>
        <g clipPath={`url(#${ids}clip)`} fill="none">
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
          <g clipPath={`url(#${ids}clip)`}>
            <path
              d={`M${ball.x} ${ball.y}H${Math.min(area.right + 30, Math.max(area.left - 30, next.x))}`}
              stroke="var(--accent)"
              strokeWidth="3"
              markerEnd={`url(#${ids}head)`}
            />
            {Math.abs(next.x - ball.x) > 60 && (
              <text
                x={Math.min(area.right - 40, Math.max(area.left + 40, (ball.x + next.x) / 2))}
                y={ball.y - 9}
                textAnchor="middle"
                fontSize="13"
                fontWeight="700"
                fill="var(--accent)"
                stroke="var(--surface-raised)"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {stepName}
              </text>
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
      </svg>
    </div>
  );
}

function Ticks({ area, range }: { area: PlotArea; range: readonly [number, number] }) {
  const every = range[1] - range[0] > 5 ? 1 : 0.5;
  const values: number[] = [];
  for (let w = Math.ceil(range[0] / every) * every; w <= range[1] - 0.3 * every; w += every) values.push(w);
  return (
    <g fontSize="13" fill="var(--ink-soft)" className="tabular">
      {values.map((w) => (
        <g key={w}>
          <path d={`M${placeX(area, w)} ${area.top}V${area.bottom}`} stroke="var(--line)" />
          <text x={placeX(area, w)} y={area.bottom + 17} textAnchor="middle">
            {writeFixed(w, every === 1 ? 0 : 1)}
          </text>
        </g>
      ))}
    </g>
  );
}
