'use client';

import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import { explainForward } from '@/engine/dense/explained-pass';
import { biasIndex, layerSpans, weightIndex } from '@/engine/dense/shape';
import { relayShape } from '@/engine/together/relay-network';
import { RELAY_CASES, type RelayWay } from '@/protocol/relay-settings';
import type { RelayTeamNow } from '@/protocol/relay-views';
import type { Mark } from '@/protocol/views';
import { useRelayWords } from './relay-words';

interface Props {
  way: RelayWay;
  hidden: number;
  team: Pick<RelayTeamNow, 'weights' | 'seats'>;
  /** Which of the four cases goes through it. */
  at: number;
  /** What it shows, in words. */
  label: string;
  /** The viewer's own seat. */
  own?: number | null;
  /** Numbers on the edges, where there is room for them. */
  weighted?: boolean;
  /** One of many, to be seen from afar: in each unit the mark of whoever it is, and no numbers. */
  compact?: boolean;
}

const WIDTH = 340;
/** Without names that stick out beside the last unit. */
const COMPACT_WIDTH = 312;
const ROW = 74;
/** Without names below the units. */
const COMPACT_ROW = 50;
const INPUT_X = 26;
const HIDDEN_X = 160;
const OUTPUT_X = 286;
const RADIUS = 19;

/** A weight as wide as it is large, within reason. */
const wide = (weight: number) => 1 + Math.min(6, Math.abs(weight) * 1.2);
const short = (number: number) => (Math.round(number * 100) / 100 + 0).toString().replace('-', '−');

/** A network of students: who sits where, each edge by its weight, and what goes through it for one case. Signals run along the edges when the case changes. */
export function RelayDrawing({
  way,
  hidden,
  team: { weights, seats },
  at,
  label,
  own = null,
  weighted,
  compact = false,
}: Props) {
  const words = useRelayWords();
  if (weights.length === 0) return null;
  const shape = relayShape(way, hidden);
  const [first, last] = layerSpans(shape);
  const { inputs } = RELAY_CASES[at]!;
  const [hiddenUnits, outputUnits] = explainForward(shape, weights, inputs);
  const row = compact ? COMPACT_ROW : ROW;
  const height = row * hidden + 4;
  const hiddenY = (unit: number) => row * unit + (compact ? row / 2 + 2 : 36);
  const middle = (row * hidden) / 2 + (compact ? 2 : -1);
  const inputY = [middle - 0.46 * row, middle + 0.46 * row];
  const edges = [
    ...Array.from({ length: hidden }, (_, unit) => unit).flatMap((unit) =>
      inputY.map((y, input) => ({
        key: `${input} ${unit}`,
        from: [INPUT_X + 14, y] as const,
        to: [HIDDEN_X - RADIUS, hiddenY(unit)] as const,
        weight: weights[weightIndex(first!, unit, input)]!,
      })),
    ),
    ...Array.from({ length: hidden }, (_, unit) => ({
      key: `${unit} out`,
      from: [HIDDEN_X + RADIUS, hiddenY(unit)] as const,
      to: [OUTPUT_X - RADIUS, middle] as const,
      weight: weights[weightIndex(last!, 0, unit)]!,
    })),
  ];
  const units = [
    ...hiddenUnits!.map(({ y }, unit) => ({
      ...{ seat: unit, x: HIDDEN_X, at: hiddenY(unit), y, bias: weights[biasIndex(first!, unit)]! },
    })),
    { seat: hidden, x: OUTPUT_X, at: middle, y: outputUnits![0]!.y, bias: weights[biasIndex(last!, 0)]! },
  ];
  return (
    <svg
      viewBox={`0 0 ${compact ? COMPACT_WIDTH : WIDTH} ${height}`}
      role="img"
      aria-label={label}
      className={classNames('tabular block w-full', compact ? 'h-full' : 'h-auto max-h-full')}
      data-testid="relay-drawing"
    >
      {edges.map(({ key, from, to, weight }) => {
        const path = `M${from.join(' ')}L${to.join(' ')}`;
        return (
          <g key={key} fill="none">
            <path
              d={path}
              stroke={
                weight === 0 ? 'var(--line-strong)' : weight > 0 ? 'var(--positive)' : 'var(--negative)'
              }
              strokeWidth={wide(weight)}
              strokeDasharray={weight < 0 ? '7 4' : undefined}
            />
            <path
              key={at}
              d={path}
              pathLength={100}
              stroke="var(--surface-raised)"
              strokeWidth="3"
              strokeLinecap="round"
              className="signal-once"
            />
            {weighted && (
              <text
                x={from[0] * 0.62 + to[0] * 0.38}
                y={from[1] * 0.62 + to[1] * 0.38 - 3}
                fontSize="10"
                textAnchor="middle"
                fill="var(--ink)"
                stroke="var(--surface)"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {short(weight)}
              </text>
            )}
          </g>
        );
      })}
      {inputY.map((y, input) => (
        <g key={y}>
          <rect
            x={INPUT_X - 14}
            y={y - 14}
            width="28"
            height="28"
            rx="4"
            fill="var(--surface-raised)"
            stroke="var(--line-strong)"
          />
          <text x={INPUT_X} y={y + 6} fontSize="17" fontWeight="700" textAnchor="middle" fill="var(--ink)">
            {inputs[input]}
          </text>
        </g>
      ))}
      {units.map(({ seat, x, at: y, y: output, bias }) => {
        const sitter = seats[seat] ?? null;
        return (
          <g key={seat}>
            <circle
              cx={x}
              cy={y}
              r={RADIUS}
              fill="var(--surface-raised)"
              stroke={seat === own ? 'var(--accent)' : 'var(--ink)'}
              strokeWidth={seat === own ? 4 : 1.5}
              strokeDasharray={compact && sitter === null ? '4 4' : undefined}
            />
            {!compact && (
              <text
                x={x}
                y={y + 5}
                // A sign and two decimals keep within the circle.
                fontSize={short(output).length > 4 ? 11.5 : 14}
                fontWeight="700"
                textAnchor="middle"
                fill="var(--ink)"
              >
                {short(output)}
              </text>
            )}
            {weighted && (
              <text x={x} y={y - RADIUS - 4} fontSize="10" textAnchor="middle" fill="var(--ink-soft)">
                {short(bias)}
              </text>
            )}
            {compact ? (
              sitter && <Inside mark={sitter.mark} x={x} y={y} />
            ) : (
              <g transform={`translate(${x - 44} ${y + RADIUS + 1})`}>
                <foreignObject width="88" height="17">
                  <div className="flex h-full items-center justify-center gap-0.5 text-[11px] leading-none">
                    {sitter && <StudentMark mark={sitter.mark} className="size-3.5" />}
                    {(sitter === null || sitter.nickname !== null) && (
                      <span translate="no" className="truncate">
                        {words.sitter(sitter)}
                      </span>
                    )}
                  </div>
                </foreignObject>
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The mark of whoever is a unit, as large as its circle. */
function Inside({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  return (
    <foreignObject x={x - 14} y={y - 14} width="28" height="28">
      <StudentMark mark={mark} className="size-7" />
    </foreignObject>
  );
}
