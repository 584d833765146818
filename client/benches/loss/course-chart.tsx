'use client';

import { writeFixed } from '@/client/benches/numbers/number-text';
import { apart } from '@/client/charts/plot/apart';
import { Axes, AxisName, Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel, Level } from '@/client/charts/plot/marks';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';

interface CourseLine {
  key: string;
  name: string;
  colour: string;
  dash?: string | undefined;
  /** Drawn thin and pale, without a name. */
  faint?: boolean;
  /** Steps that are shown. */
  taken: number;
  at(step: number): number;
}

interface Props {
  title: string;
  /** What it shows now, in words. */
  label: string;
  lines: readonly CourseLine[];
  /** The step at the right edge. */
  end: number;
  most: number;
  percent: boolean;
  height: number;
  axis?: string;
  /** A level to reach, or to compare with. */
  goal?: { value: number; name: string } | undefined;
}

/** The picture's width until it is measured. */
const USUAL_WIDTH = 460;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const FONT = 12.5;

/** Values over the steps of a training, with the lines’ names at their ends. */
export function CourseChart({ title, label, lines, end, most, percent, height, axis, goal }: Props) {
  const levels = SHARES.map((share) => share * most);
  const write = (value: number) => (percent ? `${Math.round(value * 100)}%` : writeFixed(value, 2));
  const named = lines.filter((line) => !line.faint);
  const endOf = ({ at, taken }: CourseLine) => Math.min(most, at(taken));
  return (
    <PlotFrame
      title={title}
      label={label}
      height={height}
      usualWidth={USUAL_WIDTH}
      margin={{ left: 48, right: 12, top: 8, bottom: axis === undefined ? 8 : 39 }}
      x={{ range: [0, end] }}
      y={{ range: [0, most] }}
      over={3}
    >
      {(area, clip) => {
        const heights = apart(
          named.map((line) => area.y(endOf(line)) + 4),
          17,
          area.top + 13,
          area.bottom - 4,
        );
        return (
          <>
            <PlotPaper area={area} />
            <Grid area={area} y={levels} />
            <Axes area={area} />
            <TicksY area={area} at={levels.filter((_, i) => i % 2 === 0)} write={write} font={FONT} />
            {axis !== undefined && (
              <>
                <TicksX area={area} at={[0, end / 2, end]} write={Math.round} font={FONT} ends />
                <AxisName area={area} name={axis} font={FONT} />
              </>
            )}
            {goal && <Level area={area} {...goal} dash="1 4" down={14} font={FONT} />}
            <g clipPath={clip} fill="none" strokeLinejoin="round">
              {lines.map((line) => (
                <path
                  key={line.key}
                  d={seriesPath(area, line.taken + 1, (step) => [step, line.at(step)])}
                  stroke={line.colour}
                  strokeWidth={line.faint ? 1.5 : 2.5}
                  strokeDasharray={line.dash}
                  opacity={line.faint ? 0.45 : 1}
                />
              ))}
            </g>
            {named.map((line) => (
              <circle
                key={line.key}
                cx={area.x(line.taken)}
                cy={area.y(endOf(line))}
                r="4.5"
                fill={line.colour}
              />
            ))}
            {named.map((line, i) => {
              const x = area.x(line.taken);
              const left = x > area.right - 130;
              return (
                <DirectLabel
                  key={line.key}
                  name={line.name}
                  colour={line.colour}
                  x={left ? x - 9 : x + 9}
                  y={heights[i]}
                  textAnchor={left ? 'end' : 'start'}
                />
              );
            })}
          </>
        );
      }}
    </PlotFrame>
  );
}
