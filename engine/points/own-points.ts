import { type CsvRow, csvRows, numberIn, type Separator, separatorOf } from './csv-cells';
import { type LabelledPoint, PLANE, type PointSet, packPoints, type Task } from './point-set';

/** What own data may be; stated to the person beforehand. */
export const OWN_POINTS = {
  /** UTF-16 units of the text. */
  characters: 1_000_000,
  rows: 5_000,
  /** Fewer can be neither split nor learnt. */
  leastRows: 4,
  classes: 6,
  /** Largest absolute value of a coordinate or of a value. */
  largest: 1e12,
  /** Characters of a class's name that are kept. */
  nameCharacters: 24,
} as const;

/** What was wrong; closed, each with a message of its own. */
export const OWN_POINT_FAULTS = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-few-rows',
  'too-few-columns',
  'missing-value',
  'not-a-number',
  'number-too-large',
  'one-class',
  'too-many-classes',
  /** Regression, and every row wants the same. */
  'one-value',
] as const;
export type OwnPointFaultCode = (typeof OWN_POINT_FAULTS)[number];

export interface OwnPointFault {
  code: OwnPointFaultCode;
  /** Line of the text, from 1, where one is to blame. */
  line: number | null;
  /** Column, from 1, likewise. */
  column: number | null;
  /** What stands there, shortened. */
  found: string | null;
}

/** How a column was mapped: shown = (value − centre) · scale. */
export interface AxisScale {
  centre: number;
  scale: number;
}

export interface OwnPoints {
  points: PointSet;
  /** Names of the classes, by number; empty for regression. */
  classNames: string[];
  /** Names of the columns where the text had a header. */
  columnNames: [string, string, string] | null;
  x: AxisScale;
  y: AxisScale;
  /** For regression: how the value was mapped to ±1. */
  value: AxisScale | null;
}

export type ParsedPoints = { ok: true; data: OwnPoints } | { ok: false; fault: OwnPointFault };

/** Points are drawn up to here, so that none sits on the border. */
const EDGE = PLANE - 1;

/** A fault on its way out of `read`. */
class Fault extends Error {
  readonly fault: OwnPointFault;
  constructor(
    code: OwnPointFaultCode,
    line: number | null = null,
    column: number | null = null,
    found?: string,
  ) {
    super(code);
    this.fault = { code, line, column, found: found === undefined ? null : found.slice(0, 40) };
  }
}

/**
 * Reads pasted or uploaded CSV: x, y, label. A first row whose x or y is no number is a header; with the header names x, y and
 * label (or class, value, target) the columns may stand anywhere, else the first three count. Coordinates are scaled to
 * the plane, each axis for itself.
 * @param task 'auto': labels that are all numbers, and more different ones than there may be classes, mean regression
 */
export function parseOwnPoints(text: string, task: Task | 'auto' = 'auto'): ParsedPoints {
  try {
    return { ok: true, data: read(text, task) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

function read(text: string, task: Task | 'auto'): OwnPoints {
  if (text.length > OWN_POINTS.characters) throw new Fault('too-large');
  const separator = separatorOf(text);
  // Two more than allowed: a header, and the one that is too many.
  const rows = csvRows(text, separator, OWN_POINTS.rows + 2);
  if (rows.length === 0) throw new Fault('empty');
  const header = hasHeader(rows, separator) ? rows.shift()!.cells : null;
  if (rows.length > OWN_POINTS.rows) throw new Fault('too-many-rows');
  if (rows.length < OWN_POINTS.leastRows) throw new Fault('too-few-rows');
  const columns = columnsOf(header);
  const narrow = rows.find((row) => row.cells.length < 3);
  if (narrow) throw new Fault('too-few-columns', narrow.line);
  const xs = rows.map((row) => number(row, columns[0], separator));
  const ys = rows.map((row) => number(row, columns[1], separator));
  const labels = rows.map((row) => cellAt(row, columns[2]));
  const x = scaleOf(xs);
  const y = scaleOf(ys);
  const place = (i: number) => ({ x: (xs[i]! - x.centre) * x.scale, y: (ys[i]! - y.centre) * y.scale });
  const columnNames = header && (columns.map((column) => header[column] ?? '') as [string, string, string]);

  const names = classNames(labels, separator);
  const manyNumbers =
    names.length > OWN_POINTS.classes && labels.every((label) => numberIn(label, separator) !== null);
  if (task === 'regression' || (task === 'auto' && manyNumbers)) {
    const values = rows.map((row) => number(row, columns[2], separator));
    if (values.every((value) => value === values[0])) throw new Fault('one-value');
    const scale = scaleOf(values, 1);
    const points = values.map(
      (value, i): LabelledPoint => ({ ...place(i), label: (value - scale.centre) * scale.scale }),
    );
    return { points: packPoints('regression', 0, points), classNames: [], columnNames, x, y, value: scale };
  }
  if (names.length === 1) throw new Fault('one-class', null, columns[2] + 1, names[0]);
  if (names.length > OWN_POINTS.classes) throw new Fault('too-many-classes', null, columns[2] + 1);
  const points = labels.map((label, i): LabelledPoint => ({ ...place(i), label: names.indexOf(label) }));
  return {
    points: packPoints('classification', names.length, points),
    classNames: names.map((name) => name.slice(0, OWN_POINTS.nameCharacters)),
    columnNames,
    x,
    y,
    value: null,
  };
}

function hasHeader(rows: readonly CsvRow[], separator: Separator): boolean {
  const [first] = rows;
  const isWord = (cell: string | undefined) =>
    cell !== undefined && cell !== '' && numberIn(cell, separator) === null;
  // "nan" and the like in the first row of data are bad values, not names.
  const isNoNumber = (cell: string | undefined) => /^[+-]?(nan|inf(inity)?|null|na|n\/a)$/i.test(cell ?? '');
  return [0, 1].some((i) => isWord(first!.cells[i]) && !isNoNumber(first!.cells[i]));
}

function columnsOf(header: readonly string[] | null): [number, number, number] {
  const find = (...names: string[]) => header?.findIndex((cell) => names.includes(cell.toLowerCase())) ?? -1;
  const [x, y] = [find('x', 'x1', 'x₁'), find('y', 'x2', 'x₂')];
  const label = find('label', 'class', 'value', 'target', 'ラベル', 'クラス', '値');
  return x >= 0 && y >= 0 && label >= 0 ? [x, y, label] : [0, 1, 2];
}

function cellAt(row: CsvRow, column: number): string {
  const cell = row.cells[column] ?? '';
  if (cell === '') throw new Fault('missing-value', row.line, column + 1);
  return cell;
}

function number(row: CsvRow, column: number, separator: Separator): number {
  const cell = cellAt(row, column);
  const value = numberIn(cell, separator);
  if (value === null) throw new Fault('not-a-number', row.line, column + 1, cell);
  if (Math.abs(value) > OWN_POINTS.largest) throw new Fault('number-too-large', row.line, column + 1, cell);
  return value;
}

/** Different labels in an order that does not depend on the rows': numbers by size, else by character. */
function classNames(labels: readonly string[], separator: Separator): string[] {
  const names = [...new Set(labels)];
  const size = (name: string) => numberIn(name, separator);
  return names.every((name) => size(name) !== null)
    ? names.sort((a, b) => size(a)! - size(b)! || (a < b ? -1 : 1))
    : names.sort();
}

/** Maps the smallest to −edge and the largest to edge; a column that is everywhere the same to 0. */
function scaleOf(values: readonly number[], edge = EDGE): AxisScale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const half = (high - low) / 2;
  // Half the difference of tiny numbers may round to 0.
  return { centre: low + half, scale: half > 0 && Number.isFinite(edge / half) ? edge / half : 1 };
}

/** Drawn points as a set, or what is still missing. Points outside the plane are moved to its border. */
export function ownPointsFromDrawing(points: readonly LabelledPoint[], classes: number): ParsedPoints {
  try {
    if (points.length > OWN_POINTS.rows) throw new Fault('too-many-rows');
    if (points.length < OWN_POINTS.leastRows) throw new Fault('too-few-rows');
    if (new Set(points.map((point) => point.label)).size < 2) throw new Fault('one-class');
    const within = (value: number) => Math.min(PLANE, Math.max(-PLANE, value));
    const moved = points.map(({ x, y, label }) => ({ x: within(x), y: within(y), label }));
    const one = { centre: 0, scale: 1 };
    return {
      ok: true,
      data: {
        points: packPoints('classification', classes, moved),
        classNames: Array.from({ length: classes }, (_, i) => String(i)),
        columnNames: null,
        x: one,
        y: one,
        value: null,
      },
    };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Points as CSV with a header, for taking away what was drawn. */
export function formatOwnPoints({ points, classNames, x, y, value }: OwnPoints): string {
  const back = (shown: number, scale: AxisScale) =>
    Number((shown / scale.scale + scale.centre).toPrecision(8));
  const quoted = (name: string) => (/[",;\t\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const lines = Array.from(points.labels, (label, i) => {
    const last = value ? back(label, value) : quoted(classNames[label]!);
    return `${back(points.xs[i]!, x)},${back(points.ys[i]!, y)},${last}`;
  });
  return `x,y,${value ? 'value' : 'label'}\n${lines.join('\n')}\n`;
}
