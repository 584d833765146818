'use client';

import { useId } from 'react';
import type { PathPoint } from '@/engine/landscape/descent';
import type { Pair } from '@/engine/landscape/landscapes';
import { MAP, mapPlace } from './map-shape';
import type { PathLook } from './method-looks';

interface Props {
  half: number;
  path: readonly PathPoint[];
  taken: number;
  look: PathLook;
  /** Drawn thin and pale, without a ball: an earlier walk. */
  faint?: boolean;
  /** Where the next step leads: an arrow from the ball. */
  next?: Pair | null;
  /** A letter in the ball, to tell several apart. */
  sign?: string;
}

/** Beyond so many steps, dots would be a stripe. */
const MOST_DOTS = 120;
/** SVG coordinates are held to this: a diverged path goes very far. */
const FAR = 40 * MAP;

function held({ x, y }: { x: number; y: number }): string {
  const hold = (value: number) => Math.min(FAR, Math.max(-FAR, value)).toFixed(1);
  return `${hold(x)} ${hold(y)}`;
}

/** A way down on the map: every step a dot, a ball where it is now. */
export function MapPath({ half, path, taken, look, faint = false, next, sign }: Props) {
  const head = useId();
  const points = path.slice(0, taken + 1).map((point) => mapPlace(half, point));
  const ball = points.at(-1)!;
  const line = `M${points.map(held).join('L')}`;
  const arrow = next && mapPlace(half, next);
  const long = arrow && Math.hypot(arrow.x - ball.x, arrow.y - ball.y) > 12;
  return (
    <g>
      {!faint && (
        <path
          d={line}
          fill="none"
          stroke="var(--surface-raised)"
          strokeWidth="5"
          strokeLinejoin="round"
          opacity="0.7"
        />
      )}
      <path
        d={line}
        fill="none"
        stroke={look.colour}
        strokeWidth={faint ? 1.5 : 2.2}
        strokeDasharray={look.dash}
        strokeLinejoin="round"
        opacity={faint ? 0.5 : 1}
      />
      {!faint && points.length <= MOST_DOTS && (
        <g fill={look.colour} stroke="var(--surface-raised)" strokeWidth="1">
          {points.slice(0, -1).map(({ x, y }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the step.
            <circle key={i} cx={x} cy={y} r="3" />
          ))}
        </g>
      )}
      {long && (
        <>
          <marker
            id={head}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill="var(--ink)" />
          </marker>
          <path
            d={`M${held(ball)}L${held(arrow)}`}
            stroke="var(--ink)"
            strokeWidth="1.8"
            markerEnd={`url(#${head})`}
          />
        </>
      )}
      {!faint && (
        <g>
          <circle
            cx={ball.x}
            cy={ball.y}
            r="9"
            fill={look.colour}
            stroke="var(--surface-raised)"
            strokeWidth="2.5"
          />
          {sign !== undefined && (
            <text
              x={ball.x}
              y={ball.y + 4}
              textAnchor="middle"
              fontSize="11"
              fontWeight="700"
              fill="var(--on-series)"
            >
              {sign}
            </text>
          )}
        </g>
      )}
    </g>
  );
}
