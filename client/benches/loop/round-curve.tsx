'use client';

import { useElementWidth } from '@/client/charts/use-element-width';
import type { ProgramStanding } from '@/engine/dense/training-program';

interface Props {
  title: string;
  standings: readonly ProgramStanding[];
  /** The run before, drawn faintly. */
  previous: readonly ProgramStanding[];
  of: 'accuracy' | 'loss';
  /** Drawn as a dashed line with its words. */
  goal?: { value: number; words: string };
  /** What it shows now. */
  label: string;
  format(value: number): string;
}

const SIZE = { height: 84, left: 40, right: 8, top: 8, bottom: 16 };

/** Accuracy or loss over the rounds. */
export function RoundCurve({ title, standings, previous, of, goal, label, format }: Props) {
  const [ref, measured] = useElementWidth<HTMLDivElement>();
  // Drawn in CSS pixels, so that its words are as large on a phone.
  const width = measured || 440;
  const { height, left, right, top, bottom } = SIZE;
  const rounds = Math.max(60, standings.length - 1, previous.length - 1);
  const values = [...standings, ...previous].map((one) => one[of]).filter(Number.isFinite);
  // The axis grows in steps, so that it does not tremble.
  const most = of === 'accuracy' ? 1 : niceAbove(Math.max(1, ...values));
  const x = (round: number) => left + (round / rounds) * (width - left - right);
  const y = (value: number) => top + (1 - Math.min(1, value / most)) * (height - top - bottom);
  const path = (list: readonly ProgramStanding[]) =>
    `M${list
      .filter((one) => Number.isFinite(one[of]))
      .map((one) => `${x(one.round).toFixed(1)} ${y(one[of]).toFixed(1)}`)
      .join('L')}`;
  const last = standings.at(-1)!;
  return (
    <div ref={ref} style={{ height: SIZE.height }} className="min-w-0">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="tabular block w-full">
        <path
          d={`M${left} ${top}V${height - bottom}H${width - right}`}
          fill="none"
          stroke="var(--line-strong)"
        />
        <text x={left - 5} y={top + 5} textAnchor="end" fontSize="11.5" fill="var(--ink-soft)">
          {format(most)}
        </text>
        <text x={left - 5} y={height - bottom} textAnchor="end" fontSize="11.5" fill="var(--ink-soft)">
          {format(0)}
        </text>
        <text
          x={left + 5}
          y={of === 'loss' ? top + 6 : height - bottom - 5}
          fontSize="12"
          fontWeight="600"
          fill="var(--ink)"
        >
          {title}
        </text>
        <text x={width - right} y={height - 3} textAnchor="end" fontSize="11.5" fill="var(--ink-soft)">
          {rounds}
        </text>
        {goal && (
          <>
            <path
              d={`M${left} ${y(goal.value)}H${width - right}`}
              stroke="var(--ink-soft)"
              strokeDasharray="4 3"
            />
            <text
              x={width - right}
              y={height - bottom - 5}
              textAnchor="end"
              fontSize="11.5"
              fill="var(--ink-soft)"
            >
              {goal.words}
            </text>
          </>
        )}
        {previous.length > 1 && (
          <path d={path(previous)} fill="none" stroke="var(--ink-soft)" strokeWidth="1.25" opacity="0.45" />
        )}
        {standings.length > 1 && (
          <path
            d={path(standings)}
            fill="none"
            stroke="var(--series-1)"
            strokeWidth="2"
            strokeLinejoin="round"
          />
        )}
        {Number.isFinite(last[of]) && (
          <circle cx={x(last.round)} cy={y(last[of])} r="3.5" fill="var(--series-1)" />
        )}
      </svg>
    </div>
  );
}

/** 1, 2, 5, 10, 20 …: the next at or above. */
function niceAbove(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= value - 1e-9) ?? value;
}
