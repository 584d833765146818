'use client';

import { nice } from 'd3-array';
import { Axes, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { seriesPath } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
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

const HEIGHT = 84;
const USUAL_WIDTH = 440;
const MARGIN = { left: 40, right: 8, top: 8, bottom: 16 };
const FONT = 11.5;

/** Accuracy or loss over the rounds. */
export function RoundCurve({ title, standings, previous, of, goal, label, format }: Props) {
  const rounds = Math.max(60, standings.length - 1, previous.length - 1);
  const values = [...standings, ...previous].map((one) => one[of]).filter(Number.isFinite);
  // The axis grows in steps, so that it does not tremble.
  const most = of === 'accuracy' ? 1 : niceAbove(Math.max(1, ...values));
  const last = standings.at(-1)!;
  return (
    <PlotFrame
      label={label}
      height={HEIGHT}
      usualWidth={USUAL_WIDTH}
      margin={MARGIN}
      x={{ range: [0, rounds] }}
      y={{ range: [0, most], held: true }}
    >
      {(area) => {
        const path = (list: readonly ProgramStanding[]) =>
          seriesPath(area, list.length, (i) => [list[i]!.round, list[i]![of]]);
        return (
          <>
            <Axes area={area} />
            <TicksY area={area} at={[0, most]} write={format} font={FONT} />
            <text
              x={area.left + 5}
              y={of === 'loss' ? area.top + 6 : area.bottom - 5}
              fontSize="12"
              fontWeight="600"
              fill="var(--ink)"
            >
              {title}
            </text>
            <text x={area.right} y={HEIGHT - 3} textAnchor="end" fontSize={FONT} fill="var(--ink-soft)">
              {rounds}
            </text>
            {goal && (
              <>
                <Level area={area} value={goal.value} name={null} dash="4 3" strokeWidth={1} />
                <text
                  x={area.right}
                  y={area.bottom - 5}
                  textAnchor="end"
                  fontSize={FONT}
                  fill="var(--ink-soft)"
                >
                  {goal.words}
                </text>
              </>
            )}
            {previous.length > 1 && (
              <path
                d={path(previous)}
                fill="none"
                stroke="var(--ink-soft)"
                strokeWidth="1.25"
                opacity="0.45"
              />
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
              <circle cx={area.x(last.round)} cy={area.y(last[of])} r="3.5" fill="var(--series-1)" />
            )}
          </>
        );
      }}
    </PlotFrame>
  );
}

/** 1, 2, 4, 6 …: a round number at or above. */
function niceAbove(value: number): number {
  return nice(0, value, 2)[1];
}
