'use client';

import { useId } from 'react';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { type PlotArea, placeX, placeY, seriesPath } from '@/client/charts/plot-shape';
import { useElementWidth } from '@/client/charts/use-element-width';

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

/** The picture's width until it is measured; then its units are CSS pixels, so that words keep their size. */
const USUAL_WIDTH = 460;

/** Values over the steps of a training, with the lines’ names at their ends. */
export function CourseChart({ title, label, lines, end, most, percent, height, axis, goal }: Props) {
  const clip = useId();
  const [ref, measured] = useElementWidth<HTMLElement>();
  const width = measured || USUAL_WIDTH;
  const area: PlotArea = {
    left: 48,
    right: width - 12,
    top: 8,
    bottom: height - (axis === undefined ? 8 : 36),
    x: [0, end],
    y: [0, most],
  };
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  const write = (value: number) => (percent ? `${Math.round(value * 100)}%` : writeFixed(value, 2));
  const named = lines.filter((line) => !line.faint);
  const ends = named.map((line) => placeY(area, Math.min(most, line.at(line.taken))));
  return (
    <figure ref={ref} className="m-0 min-w-0">
      <figcaption className="mb-0.5 text-sm font-semibold">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="block w-full">
        <clipPath id={clip}>
          <rect
            x={area.left}
            y={area.top - 3}
            width={area.right - area.left + 6}
            height={area.bottom - area.top + 6}
          />
        </clipPath>
        <rect
          x={area.left}
          y={area.top}
          width={area.right - area.left}
          height={area.bottom - area.top}
          fill="var(--surface-raised)"
        />
        <g stroke="var(--line)">
          {ticks.map((value) => (
            <path key={value} d={`M${area.left} ${placeY(area, value)}H${area.right}`} />
          ))}
        </g>
        <path
          d={`M${area.left} ${area.top}V${area.bottom}H${area.right}`}
          fill="none"
          stroke="var(--line-strong)"
        />
        <g fontSize="12.5" fill="var(--ink-soft)" className="tabular">
          {ticks.map(
            (value, i) =>
              i % 2 === 0 && (
                <text key={value} x={area.left - 6} y={placeY(area, value) + 4} textAnchor="end">
                  {write(value)}
                </text>
              ),
          )}
          {axis !== undefined && (
            <>
              {[0, 0.5, 1].map((share) => (
                <text
                  key={share}
                  x={placeX(area, share * end)}
                  y={area.bottom + 16}
                  textAnchor={share === 1 ? 'end' : share === 0 ? 'start' : 'middle'}
                >
                  {Math.round(share * end)}
                </text>
              ))}
              <text x={(area.left + area.right) / 2} y={height - 3} textAnchor="middle" fontWeight="600">
                {axis}
              </text>
            </>
          )}
        </g>
        {goal && (
          <>
            <path
              d={`M${area.left} ${placeY(area, goal.value)}H${area.right}`}
              stroke="var(--ink-soft)"
              strokeDasharray="1 4"
              strokeWidth="1.5"
            />
            <text x={area.left + 4} y={placeY(area, goal.value) + 14} fontSize="12.5" fill="var(--ink-soft)">
              {goal.name}
            </text>
          </>
        )}
        <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
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
          {named.map((line, i) => (
            <circle key={line.key} cx={placeX(area, line.taken)} cy={ends[i]} r="4.5" fill={line.colour} />
          ))}
        </g>
        {named.map((line, i) => {
          const x = placeX(area, line.taken);
          const left = x > area.right - 130;
          return (
            <text
              key={line.key}
              x={left ? x - 9 : x + 9}
              y={nameHeight(ends, i, area)}
              textAnchor={left ? 'end' : 'start'}
              fontSize="13"
              fontWeight="700"
              fill={line.colour}
              stroke="var(--surface-raised)"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {line.name}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}

/** Names of two lines that end close to each other move apart. */
function nameHeight(ends: readonly number[], i: number, { top, bottom }: PlotArea): number {
  const own = ends[i]!;
  const other = ends.length === 2 ? ends[1 - i]! : null;
  const held = (y: number) => Math.min(bottom - 4, Math.max(top + 13, y));
  if (other === null || Math.abs(other - own) >= 17) return held(own + 4);
  const above = own < other || (own === other && i === 0);
  const upper = Math.min(bottom - 21, Math.max(top + 13, (own + other) / 2 - 5));
  return above ? upper : upper + 17;
}
