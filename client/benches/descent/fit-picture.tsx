'use client';

import { useId } from 'react';
import { type PlotArea, placeX, placeY } from '@/client/charts/plot-shape';
import type { ExamplePoint, Regression } from '@/engine/landscape/regression';
import { BATCH_LOOKS, type BatchId } from './noise-paths';

interface Props {
  regression: Regression;
  lines: readonly { batch: BatchId; point: ExamplePoint }[];
  label: string;
}

const WIDTH = 360;
const HEIGHT = 240;
const AREA: PlotArea = {
  left: 6,
  right: WIDTH - 6,
  top: 6,
  bottom: HEIGHT - 6,
  x: [-1.35, 1.35],
  y: [-2.2, 3.4],
};

/** The examples, the line that each path stands for now, and rings around the examples that its next step looks at. */
export function FitPicture({ regression, lines, label }: Props) {
  const clip = useId();
  const at = (x: number, y: number) => [placeX(AREA, x), placeY(AREA, y)] as const;
  const ringed = lines.filter(({ batch }) => batch !== 'all');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block w-full">
      <clipPath id={clip}>
        <rect x={AREA.left} y={AREA.top} width={WIDTH - 12} height={HEIGHT - 12} />
      </clipPath>
      <rect
        x={AREA.left}
        y={AREA.top}
        width={WIDTH - 12}
        height={HEIGHT - 12}
        fill="var(--surface-raised)"
        stroke="var(--line-strong)"
      />
      <g clipPath={`url(#${clip})`}>
        <g stroke="var(--line)">
          <path d={`M${AREA.left} ${at(0, 0)[1]}H${AREA.right}`} />
          <path d={`M${at(0, 0)[0]} ${AREA.top}V${AREA.bottom}`} />
        </g>
        {lines.map(({ batch, point: { a, b } }) => {
          const [x1, y1] = at(-1.35, a - 1.35 * b);
          const [x2, y2] = at(1.35, a + 1.35 * b);
          return (
            Number.isFinite(y1 + y2) &&
            Math.abs(y1) + Math.abs(y2) < 1e5 && (
              <path
                key={batch}
                d={`M${x1} ${y1}L${x2} ${y2}`}
                stroke={BATCH_LOOKS[batch].colour}
                strokeWidth="2.5"
                strokeDasharray={BATCH_LOOKS[batch].dash}
              />
            )
          );
        })}
        {regression.xs.map((x, i) => {
          const [cx, cy] = at(x, regression.ys[i]!);
          return <circle key={x} cx={cx} cy={cy} r="4" fill="var(--ink)" opacity="0.75" />;
        })}
        {ringed.map(({ batch, point }) =>
          point.rows.map((row) => {
            const [cx, cy] = at(regression.xs[row]!, regression.ys[row]!);
            return (
              <circle
                key={`${batch} ${row}`}
                cx={cx}
                cy={cy}
                r={batch === 'one' ? 10.5 : 7.5}
                fill="none"
                stroke={BATCH_LOOKS[batch].colour}
                strokeWidth="2"
              />
            );
          }),
        )}
      </g>
    </svg>
  );
}
