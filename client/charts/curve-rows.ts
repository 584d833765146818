import type { Point } from '@/protocol/run';
import { thinPoints } from './thin-points';

export type Measure = 'loss' | 'accuracy';

/** What knowing nothing gives; null: it cannot be told. */
export type GuessingLevel = Readonly<Record<Measure, number | null>>;

/** One x of the picture; only the lines that have a value there carry one. */
export interface CurveRow {
  step: number;
  train?: number;
  validation?: number;
  /** Pictures on which `validation` was measured, where that is known. */
  validationExamples?: number;
  otherTrain?: number;
  otherValidation?: number;
}

/** What a person studies: more would be drawn on top of each other anyway. */
const MOST_POINTS = 160;

function usable(value: number | null, logarithmic: boolean): value is number {
  return value !== null && Number.isFinite(value) && (!logarithmic || value > 0);
}

/**
 * Rows for the chart, by step: this run's lines and, where given, another run's for comparison.
 * On a logarithmic axis values at or below 0 have no place and are left out.
 */
export function curveRows(
  measure: Measure,
  points: readonly Point[],
  other: readonly Point[],
  logarithmic: boolean,
): CurveRow[] {
  const rows = new Map<number, CurveRow>();
  const rowAt = (step: number) => {
    const row = rows.get(step) ?? { step };
    rows.set(step, row);
    return row;
  };
  const read = (point: Point) =>
    measure === 'loss'
      ? { train: point.loss, validation: point.validationLoss }
      : { train: point.accuracy, validation: point.validationAccuracy };
  for (const point of thinPoints(other, MOST_POINTS)) {
    const { train, validation } = read(point);
    if (usable(train, logarithmic)) rowAt(point.step).otherTrain = train;
    if (usable(validation, logarithmic)) rowAt(point.step).otherValidation = validation;
  }
  for (const point of thinPoints(points, MOST_POINTS)) {
    const { train, validation } = read(point);
    if (usable(train, logarithmic)) rowAt(point.step).train = train;
    if (!usable(validation, logarithmic)) continue;
    const row = rowAt(point.step);
    row.validation = validation;
    if (point.validationExamples !== undefined) row.validationExamples = point.validationExamples;
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

/** Index of the last row with a value for a line, -1 where it has none: the line's name stands there. */
export function lastIndexOf(rows: readonly CurveRow[], line: Exclude<keyof CurveRow, 'step'>): number {
  for (let i = rows.length - 1; i >= 0; i--) if (rows[i]![line] !== undefined) return i;
  return -1;
}

/**
 * Ends of the vertical axis. Accuracy is always 0 to 1, so that two pictures compare. Loss starts at 0 (or at a power of ten
 * below the least, logarithmic) and ends a little above the greatest, at least at the chance level.
 */
export function valueRange(
  measure: Measure,
  rows: readonly CurveRow[],
  logarithmic: boolean,
  chance: GuessingLevel,
): [least: number, greatest: number] {
  if (measure === 'accuracy') return [0, 1];
  let least = chance.loss ?? Number.POSITIVE_INFINITY;
  let greatest = chance.loss ?? 0;
  let otherGreatest = 0;
  for (const row of rows) {
    for (const value of [row.train, row.validation]) {
      if (value === undefined) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    otherGreatest = Math.max(otherGreatest, row.otherTrain ?? 0, row.otherValidation ?? 0);
  }
  // A compared run that exploded leaves the picture at the top: it must not flatten this one.
  greatest = Math.max(greatest, Math.min(otherGreatest, greatest * 3));
  if (greatest <= 0) return logarithmic ? [0.1, 1] : [0, 1];
  if (logarithmic) return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(greatest * 1.05))];
  return [0, roundUp(greatest * 1.05)];
}

/** Up to the next 0.5, 1, 2.5 or 5 of its size: an axis that grows in jumps, not with every point. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.ceil(value / unit) * unit;
}

/** Round ticks from 0 to `greatest`, or the powers of ten. */
export function valueTicks([least, greatest]: [number, number], logarithmic: boolean): number[] {
  if (logarithmic) {
    const ticks: number[] = [];
    for (let power = Math.round(Math.log10(least)); 10 ** power <= greatest * 1.0001; power++) {
      ticks.push(10 ** power);
    }
    return ticks;
  }
  const power = 10 ** Math.floor(Math.log10(greatest));
  const step =
    [0.1, 0.2, 0.25, 0.5, 1, 2].map((part) => part * power).find((size) => greatest / size <= 5.001) ?? power;
  const count = Math.floor(greatest / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => least + i * step);
}
