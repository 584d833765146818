'use client';

import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Point } from '@/protocol/run';
import {
  type CurveRow,
  curveRows,
  type GuessingLevel,
  lastIndexOf,
  type Measure,
  valueRange,
  valueTicks,
} from './curve-rows';
import { isNamedOver, namePlaces } from './line-names';
import { partInterval } from './part-interval';
import { useElementWidth } from './use-element-width';

interface CurveChartTexts {
  /** Heading of the picture. */
  title: string;
  /** What it shows now, for screen readers. */
  description: string;
  train: string;
  validation: string;
  /** Name of the other run's lines. */
  other: string;
  chance: string;
  step: string;
  formatValue(value: number): string;
  formatStep(step: number): string;
  /** A share that was measured on a part of the pictures, with how far it may be off. */
  formatPart?(value: number, interval: number): string;
}

interface CurveData {
  chance: GuessingLevel;
  validationExamples: number;
}

export interface CurveChartProps {
  measure: Measure;
  /** What the run learnt from: chance level, and how many examples there are for validation. */
  dataset: CurveData;
  points: readonly Point[];
  /** Another run, drawn faintly. */
  other?: readonly Point[];
  /** Steps that the whole run will have: the axis stands still while it trains. */
  totalSteps: number;
  logarithmic?: boolean;
  /** A step that is marked by an upright line. */
  mark?: number | undefined;
  /** CSS pixels; reserved from the start. */
  height: number;
  texts: CurveChartTexts;
}

const NONE: readonly Point[] = [];
/** What the axes take of the picture's height. */
const TOP = 6;
const AXIS = 26;

/** A run's curve of loss or accuracy, to be studied: training solid, validation dashed, names at the lines' ends. */
export function CurveChart({
  measure,
  dataset,
  points,
  other = NONE,
  totalSteps,
  logarithmic = false,
  mark,
  height,
  texts,
}: CurveChartProps) {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const log = logarithmic && measure === 'loss';
  const rows = useMemo(() => curveRows(measure, points, other, log), [measure, points, other, log]);
  const chance = dataset.chance[measure];
  const range = valueRange(measure, rows, log, dataset.chance);
  const ends = { train: lastIndexOf(rows, 'train'), validation: lastIndexOf(rows, 'validation') };
  const plot = { top: TOP, bottom: height - AXIS, range, logarithmic: log };
  const names = namePlaces(rows[ends.train]?.train ?? null, rows[ends.validation]?.validation ?? null, plot);
  const isCrowded = chance !== null && isNamedOver(chance, Object.values(names), plot);
  const last = Math.max(totalSteps, rows[rows.length - 1]?.step ?? 0, 1);

  const nameAt = (line: 'train' | 'validation') => (props: LabelPlace) => (
    <LineName
      x={props.x}
      y={props.index === ends[line] ? names[line] : null}
      name={texts[line]}
      colour={line === 'train' ? 'var(--series-1)' : 'var(--series-2)'}
      width={width}
    />
  );

  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-1 text-sm font-semibold">{texts.title}</figcaption>
      <p className="sr-only">{texts.description}</p>
      <div ref={ref} aria-hidden="true" style={{ height }} className="tabular min-w-0 overflow-hidden">
        {width > 0 && (
          <LineChart
            width={width}
            height={height}
            data={rows}
            accessibilityLayer={false}
            margin={{ top: TOP, right: 20, bottom: 0, left: 0 }}
          >
            <CartesianGrid stroke="var(--line)" strokeWidth={1} vertical={false} />
            <XAxis
              dataKey="step"
              type="number"
              domain={[0, last]}
              ticks={[0, Math.round(last / 2), last]}
              interval={0}
              tickFormatter={texts.formatStep}
              tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
              stroke="var(--line-strong)"
              height={AXIS}
            />
            <YAxis
              type="number"
              scale={log ? 'log' : 'linear'}
              domain={range}
              ticks={valueTicks(range, log)}
              allowDataOverflow
              interval={0}
              tickFormatter={texts.formatValue}
              tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
              stroke="var(--line-strong)"
              width={48}
            />
            {chance !== null && (
              <ReferenceLine
                y={chance}
                stroke="var(--ink-soft)"
                strokeDasharray="1 4"
                label={{
                  // Where a loss exploded the level lies on the axis, and its name would stand on the numbers.
                  value: !log && chance < range[1] * 0.06 ? '' : texts.chance,
                  position: `inside${measure === 'loss' ? 'Top' : 'Bottom'}${isCrowded ? 'Left' : 'Right'}`,
                  fill: 'var(--ink-soft)',
                  fontSize: 12,
                }}
              />
            )}
            {mark !== undefined && <ReferenceLine x={mark} stroke="var(--accent)" strokeWidth={2} />}
            <Tooltip
              isAnimationActive={false}
              content={<Readout rows={rows} measure={measure} dataset={dataset} texts={texts} />}
              cursor={{ stroke: 'var(--ink-soft)', strokeWidth: 1 }}
            />
            <Line dataKey="otherTrain" {...FAINT} stroke="var(--series-1)" />
            <Line dataKey="otherValidation" {...FAINT} stroke="var(--series-2)" strokeDasharray="6 4" />
            <Line dataKey="train" {...PLAIN} stroke="var(--series-1)" label={nameAt('train')} />
            <Line
              dataKey="validation"
              {...PLAIN}
              stroke="var(--series-2)"
              strokeDasharray="6 4"
              label={nameAt('validation')}
              // What was measured on all pictures stands out from what stands for them.
              dot={(props: DotPlace) => (
                <WholeDot key={props.index} all={dataset.validationExamples} {...props} />
              )}
            />
          </LineChart>
        )}
      </div>
    </figure>
  );
}

/** What the chart tells of one dot of a line. */
interface DotPlace {
  cx?: number;
  cy?: number;
  index?: number;
  payload?: CurveRow;
}

/** A dot where validation was measured on all pictures. */
function WholeDot({ cx, cy, payload, all }: DotPlace & { all: number }) {
  const isWhole = payload?.validation !== undefined && (payload.validationExamples ?? 0) >= all;
  if (!isWhole || cx === undefined || cy === undefined) return null;
  return <circle cx={cx} cy={cy} r={2.5} fill="var(--series-2)" />;
}

/** What the chart tells of one point of a line. */
interface LabelPlace {
  x?: number | string;
  index?: number;
}

interface LineNameProps {
  x: number | string | undefined;
  /** Null: not the end of the line. */
  y: number | null;
  name: string;
  colour: string;
  width: number;
}

/** A line's name at its end; to the left of it where there is no room to the right. */
function LineName({ x, y, name, colour, width }: LineNameProps) {
  if (y === null) return null;
  const left = Number(x);
  const right = left < width - 96;
  return (
    <text
      x={right ? left + 7 : left - 4}
      y={y}
      textAnchor={right ? 'start' : 'end'}
      fill={colour}
      fontSize={13}
      fontWeight={600}
      stroke="var(--surface-raised)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

const PLAIN = {
  type: 'linear',
  dot: false,
  activeDot: { r: 3 },
  strokeWidth: 2,
  connectNulls: true,
  isAnimationActive: false,
} as const;
const FAINT = { ...PLAIN, activeDot: false, strokeWidth: 1.5, strokeOpacity: 0.4 } as const;

interface ReadoutProps {
  /** Given by the chart. */
  active?: boolean;
  label?: unknown;
  rows: readonly CurveRow[];
  measure: Measure;
  dataset: CurveData;
  texts: CurveChartTexts;
}

function Readout({ active, label, rows, measure, dataset, texts }: ReadoutProps) {
  const row = active ? rows.find((candidate) => candidate.step === Number(label)) : undefined;
  if (!row) return null;
  const interval =
    measure === 'accuracy'
      ? partInterval(row.validation ?? null, row.validationExamples, dataset.validationExamples)
      : null;
  const validation = (value: number) =>
    interval === null || !texts.formatPart ? texts.formatValue(value) : texts.formatPart(value, interval);
  const lines: [string, number | undefined, (value: number) => string][] = [
    [texts.train, row.train, texts.formatValue],
    [texts.validation, row.validation, validation],
    [texts.other, row.otherTrain, texts.formatValue],
  ];
  return (
    <div className="rounded-sm bg-ink px-2.5 py-1.5 text-xs text-surface shadow-popup">
      <div>{`${texts.step} ${texts.formatStep(row.step)}`}</div>
      {lines.map(
        ([name, value, write]) =>
          value !== undefined && (
            <div key={name} className="flex justify-between gap-3">
              <span>{name}</span>
              <strong>{write(value)}</strong>
            </div>
          ),
      )}
    </div>
  );
}
