import {
  type AxisScale,
  faultOf,
  type MoreInput,
  OWN_POINTS,
  type OwnPointFault,
  type OwnPoints,
} from '@/engine/points/own-points';
import { PLANE } from '@/engine/points/point-set';
import { isGap } from './cell-values';
import { type ColumnChoice, canBeAxis, canBeInput } from './choose-columns';
import type { TypedColumn } from './column-types';
import type { Table } from './table';

/** What becomes of a table's rows. */
export interface RowCounts {
  /** All rows of the table. */
  all: number;
  /** Trained with. */
  used: number;
  /** Left out for a gap, or for a cell that is no number. */
  gaps: number;
  /** Gaps with a mean in their place. */
  filled: number;
  /** Left out with their class, of which there are too many. */
  otherClasses: number;
  /** Usable rows that these were drawn from evenly, where there are more than may be. */
  drawnFrom: number | null;
}

export type TablePoints =
  | { ok: true; data: OwnPoints; counts: RowCounts }
  | {
      ok: false;
      fault: OwnPointFault;
      /** The first cell for which rows were left out, where that is why. */
      because: OwnPointFault | null;
      /** Rows left out for gaps all the same. */
      gaps: number;
    };

/** Points are drawn up to here, so that none sits on the border. */
const EDGE = PLANE - 1;

/** An input as numbers, NaN where there is none. */
interface Input {
  name: string;
  values: Float64Array;
  column: TypedColumn;
}

/** The points that a table and a choice of its columns make, or what stands in the way. */
export function pointsOfTable(
  table: Table,
  columns: readonly TypedColumn[],
  choice: ColumnChoice,
): TablePoints {
  let gaps = 0;
  let because: OwnPointFault | null = null;
  const fail = (fault: OwnPointFault): TablePoints => ({
    ok: false,
    fault,
    because: fault.code === 'too-few-rows' || fault.code === 'one-class' ? because : null,
    gaps,
  });
  if (table.rows.length === 0) return fail(faultOf('empty'));
  const withRole = (role: ColumnChoice['roles'][number]) =>
    columns.filter((_, i) => choice.roles[i] === role);
  const [label] = withRole('label');
  const axes = [...withRole('x').slice(0, 1), ...withRole('y').slice(0, 1)];
  if (table.rows.length < OWN_POINTS.leastRows) return fail(faultOf('too-few-rows'));
  if (table.names.length < (label ? 2 : 3)) return fail(faultOf('too-few-columns'));
  if (!label) return fail(faultOf('no-label'));
  if (axes.length < 1 || !axes.every(canBeAxis)) return fail(faultOf('no-axis'));
  const single = axes.length === 1;
  const inputs = [
    ...axes.map(axisInput),
    ...(single ? [nothing(axes[0]!)] : []),
    ...withRole('more').filter(canBeInput).flatMap(furtherInputs),
  ];
  if (inputs.length > OWN_POINTS.inputs)
    return fail(faultOf('too-many-inputs', { found: String(inputs.length) }));

  const learnsValues = choice.learns === 'values';
  if (learnsValues && !label.numbers)
    return fail(faultOf('values-of-text', { column: label.index + 1, found: label.name }));
  const wanted = (row: number) =>
    learnsValues ? bounded(label.numbers![row]!) : label.labels[row] === null ? Number.NaN : 0;
  const rows: number[] = [];
  let filled = 0;
  for (let row = 0; row < table.rows.length; row++) {
    const missing = inputs.filter(({ values }) => Number.isNaN(bounded(values[row]!)));
    const fills = choice.gaps === 'fill' && missing.length < inputs.length;
    if (Number.isNaN(wanted(row)) || (missing.length > 0 && !fills)) {
      because ??= cellFault(
        table,
        row,
        [...missing.map((input) => input.column), label].sort((a, b) => a.index - b.index),
      );
    } else {
      rows.push(row);
      filled += missing.length;
    }
  }
  gaps = table.rows.length - rows.length;

  let kept = rows;
  let names: string[] = [];
  if (!learnsValues) {
    const found = classesOf(label, rows);
    names = choice.largestOnly ? largest(found, label) : found.map((each) => each.label);
    const among = new Set(names);
    kept = rows.filter((row) => among.has(label.labels[row]!));
    if (kept.length < OWN_POINTS.leastRows)
      return fail(faultOf('too-few-rows', { found: String(kept.length) }));
    if (names.length === 1) return fail(faultOf('one-class', { column: label.index + 1, found: names[0]! }));
    if (names.length > OWN_POINTS.classes) {
      return fail(faultOf('too-many-classes', { column: label.index + 1, found: String(names.length) }));
    }
  }
  if (kept.length < OWN_POINTS.leastRows)
    return fail(faultOf('too-few-rows', { found: String(kept.length) }));
  const otherClasses = rows.length - kept.length;
  const usable = kept.length;
  const drawn = usable > OWN_POINTS.rows ? evenly(kept, OWN_POINTS.rows) : kept;

  const filledInputs = inputs.map(({ name, values }) => ({
    name,
    values: withMeans(drawn.map((row) => bounded(values[row]!))),
  }));
  const [xs, ys] = filledInputs as [(typeof filledInputs)[0], (typeof filledInputs)[0]];
  const more = filledInputs.slice(2);
  const x = scaleToEdge(xs.values);
  const y = scaleToEdge(ys.values);
  const moreScales = more.map(({ name, values }): MoreInput => ({ name, ...standardised(values) }));

  let labels: number[];
  let value: AxisScale | null = null;
  if (learnsValues) {
    const values = drawn.map((row) => label.numbers![row]!);
    if (values.every((each) => each === values[0]))
      return fail(faultOf('one-value', { column: label.index + 1 }));
    value = scaleToEdge(values, 1);
    labels = values.map((each) => shown(each, value!));
  } else labels = drawn.map((row) => names.indexOf(label.labels[row]!));

  const hasNames = table.reading.header;
  const moreValues = new Float64Array(drawn.length * more.length);
  more.forEach(({ values }, input) => {
    values.forEach((each, row) => {
      moreValues[row * more.length + input] = shown(each, moreScales[input]!);
    });
  });
  return {
    ok: true,
    data: {
      points: {
        task: learnsValues ? 'regression' : 'classification',
        classes: names.length,
        xs: Float64Array.from(xs.values, (each) => shown(each, x)),
        ys: Float64Array.from(ys.values, (each) => shown(each, y)),
        labels: Float64Array.from(labels),
        ...(more.length > 0 && { more: { inputs: more.length, values: moreValues } }),
      },
      classNames: names.map((name) => givenName(table, label, name)),
      columnNames: hasNames ? [xs.name, ys.name, label.name] : null,
      x,
      y,
      more: moreScales,
      value,
      single,
    },
    counts: {
      all: table.rows.length,
      used: drawn.length,
      gaps,
      filled,
      otherClasses,
      drawnFrom: usable > drawn.length ? usable : null,
    },
  };
}

const shown = (value: number, { centre, scale }: AxisScale) => (value - centre) * scale;

/** Numbers beyond all measure count as none. */
const bounded = (value: number) => (Math.abs(value) <= OWN_POINTS.largest ? value : Number.NaN);

function axisInput(column: TypedColumn): Input {
  if (column.numbers) return { name: column.name, values: column.numbers, column };
  return indicator(column, column.values[1]!.label);
}

/** What lies along the second axis where a table has one input alone: its points stand on a line. */
function nothing(column: TypedColumn): Input {
  return { name: '', values: new Float64Array(column.labels.length), column };
}

/** Numbers as they are; of k texts k inputs of 0 and 1, of two texts one. */
function furtherInputs(column: TypedColumn): Input[] {
  if (column.numbers) return [{ name: column.name, values: column.numbers, column }];
  const chosen = column.values.length === 2 ? column.values.slice(1) : column.values;
  return chosen.map(({ label }) => indicator(column, label));
}

function indicator(column: TypedColumn, label: string): Input {
  const values = Float64Array.from(column.labels, (each) =>
    each === null ? Number.NaN : each === label ? 1 : 0,
  );
  return { name: column.name === '' ? label : `${column.name} = ${label}`, values, column };
}

/** What is wrong with the first unusable cell of a row among these columns. */
function cellFault(table: Table, row: number, columns: readonly TypedColumn[]): OwnPointFault {
  const { line, cells } = table.rows[row]!;
  for (const column of columns) {
    const cell = cells[column.index]!;
    const where = { line, column: column.index + 1, found: cell };
    const number = column.numbers?.[row];
    if (column.labels[row] === null && (cell === '' || isGap(cell) || !column.numbers))
      return faultOf('missing-value', where);
    if (number !== undefined && Number.isNaN(number)) return faultOf('not-a-number', where);
    if (number !== undefined && Math.abs(number) > OWN_POINTS.largest)
      return faultOf('number-too-large', where);
  }
  return faultOf('missing-value', { line });
}

/** The classes of the given rows, in the column's order, with how many rows each has. */
function classesOf(label: TypedColumn, rows: readonly number[]): { label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(label.labels[row]!, (counts.get(label.labels[row]!) ?? 0) + 1);
  return label.values
    .filter((value) => counts.has(value.label))
    .map((value) => ({ label: value.label, count: counts.get(value.label)! }));
}

function largest(classes: readonly { label: string; count: number }[], { values }: TypedColumn): string[] {
  const kept = [...classes].sort((a, b) => b.count - a.count).slice(0, OWN_POINTS.classes);
  return values
    .filter((value) => kept.some((each) => each.label === value.label))
    .map((value) => value.label);
}

/** So many of the rows, spread over all of them: sorted files stay balanced. */
function evenly(rows: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]!);
}

function withMeans(values: number[]): number[] {
  const there = values.filter((value) => !Number.isNaN(value));
  const mean = there.reduce((sum, value) => sum + value / there.length, 0);
  return values.map((value) => (Number.isNaN(value) ? mean : value));
}

/** Maps the smallest to −edge and the largest to edge; a column that is everywhere the same to 0. */
function scaleToEdge(values: readonly number[], edge = EDGE): AxisScale {
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

/** Maps to mean 0 and standard deviation 1; a column that is everywhere the same to 0. */
function standardised(values: readonly number[]): AxisScale {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value / count, 0);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / count, 0));
  return { centre: mean, scale: deviation > 0 && Number.isFinite(1 / deviation) ? 1 / deviation : 1 };
}

/** A class by the name that the file's first line gives its number. */
function givenName({ classNames }: Table, { numbers }: TypedColumn, name: string): string {
  return (numbers && /^\d+$/.test(name) && classNames?.[Number(name)]) || name;
}
