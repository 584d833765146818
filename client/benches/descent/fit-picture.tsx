'use client';

import { Grid, PlotPaper } from '@/client/charts/plot/axes';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import type { ExamplePoint, Regression } from '@/engine/landscape/regression';
import { BATCH_LOOKS, type BatchId } from './noise-paths';

interface Props {
  regression: Regression;
  lines: readonly { batch: BatchId; point: ExamplePoint }[];
  label: string;
}

/** The picture's width until it is measured. */
const USUAL_WIDTH = 360;
const HEIGHT = 280;
const MARGIN = { left: 6, right: 6, top: 6, bottom: 6 };
const X = { range: [-1.35, 1.35] } as const;
const Y = { range: [-2.2, 3.4] } as const;

/** The examples, the line that each path stands for now, and rings around the examples that its next step looks at. */
export function FitPicture({ regression, lines, label }: Props) {
  const ringed = lines.filter(({ batch }) => batch !== 'all');
  return (
    <PlotFrame label={label} height={HEIGHT} usualWidth={USUAL_WIDTH} margin={MARGIN} x={X} y={Y}>
      {(area, clip) => {
        const at = (x: number, y: number) => [area.x(x), area.y(y)] as const;
        return (
          <>
            <PlotPaper area={area} framed />
            <Grid area={area} x={[0]} y={[0]} />
            <g clipPath={clip}>
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
                return <circle key={x} cx={cx} cy={cy} r="4.5" fill="var(--ink)" opacity="0.75" />;
              })}
              {ringed.map(({ batch, point }) =>
                point.rows.map((row) => {
                  const [cx, cy] = at(regression.xs[row]!, regression.ys[row]!);
                  return (
                    <circle
                      key={`${batch} ${row}`}
                      cx={cx}
                      cy={cy}
                      r={batch === 'one' ? 12 : 8.5}
                      fill="none"
                      stroke={BATCH_LOOKS[batch].colour}
                      strokeWidth="2"
                    />
                  );
                }),
              )}
            </g>
          </>
        );
      }}
    </PlotFrame>
  );
}
