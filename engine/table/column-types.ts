import { type Decimal, isGap, labelKey, numberIn, partUnit, unguardCell } from './cell-values';
import type { Table } from './table';

/** What stands in a column. */
const COLUMN_TYPES = [
  'number',
  /** Few different texts. */
  'category',
  /** Many different texts. */
  'text',
  /** Counts or names the rows: tells them apart and says nothing of them. */
  'name',
  /** Everywhere the same. */
  'constant',
  'empty',
] as const;
type ColumnType = (typeof COLUMN_TYPES)[number];

/** A bar of a column's picture. */
interface Bar {
  /** The value, or where the bar begins. */
  from: string;
  count: number;
}

/** A cell that is no number, in a column of numbers. */
interface OddCell {
  line: number;
  found: string;
}

export interface TypedColumn {
  index: number;
  name: string;
  type: ColumnType;
  /** Every cell as a number; NaN for gaps and for what is none. Null where the column is no column of numbers. */
  numbers: Float64Array | null;
  /** Every cell as a label; null for gaps. */
  labels: readonly (string | null)[];
  /** Different labels with their number of rows, in the order of `byNameOrSize`. */
  values: readonly { label: string; count: number }[];
  gaps: number;
  /** What stands beside every number, such as % or cm; null where nothing does. */
  unit: string | null;
  /** The first few cells that are no numbers among numbers, and how many there are. */
  odd: { count: number; first: readonly OddCell[] };
  /** At most a dozen bars. */
  bars: readonly Bar[];
}

/** Of the cells that are there, so many have to be numbers for a column to be one of numbers. */
const NUMBER_SHARE = 0.8;
/** With fewer rows than this, a share says little: then half is enough. */
const FEW_ROWS = 10;
const BARS = 12;

/** What each column holds. */
export function describeColumns(table: Table): TypedColumn[] {
  return table.names.map((name, index) => describe(table, name, index));
}

function describe(table: Table, name: string, index: number): TypedColumn {
  const { decimal } = table.reading;
  const cells = table.rows.map((row) => row.cells[index]!);
  const gap = gapRule(cells);
  const missing = cells.map(gap);
  const gaps = missing.filter(Boolean).length;
  const there = cells.length - gaps;
  const enough = there * (there < FEW_ROWS ? 0.5 : NUMBER_SHARE);
  const unit = unitOf(cells, missing, enough);
  const parsed = Float64Array.from(cells, (cell, i) =>
    missing[i] ? Number.NaN : (numberWith(cell, decimal, unit) ?? Number.NaN),
  );
  const numeric = parsed.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const isNumber = numeric > 0 && numeric >= enough;
  const [labels, values] = isNumber ? labelsOfNumbers(parsed, cells) : labelsOfTexts(cells, missing, decimal);
  const odd: OddCell[] = [];
  if (isNumber) {
    for (let i = 0; i < cells.length && odd.length < 3; i++) {
      if (Number.isNaN(parsed[i]) && !missing[i]) odd.push({ line: table.rows[i]!.line, found: cells[i]! });
    }
  }
  const column = {
    index,
    name,
    numbers: isNumber ? parsed : null,
    labels,
    values,
    gaps,
    unit: isNumber ? unit : null,
    odd: { count: isNumber ? there - numeric : 0, first: odd },
  };
  const type = typeOf(column, table);
  return { ...column, type, bars: barsOf(column) };
}

/** The unit that enough of a column's cells share. Another one would be another number: its cells are none. */
function unitOf(cells: readonly string[], missing: readonly boolean[], enough: number): string | null {
  const counts = new Map<string, number>();
  cells.forEach((cell, i) => {
    const unit = missing[i] ? null : (partUnit(cell)?.unit ?? null);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  });
  for (const [unit, count] of counts) if (count >= enough) return unit;
  return null;
}

function numberWith(cell: string, decimal: Decimal, unit: string | null): number | null {
  const parted = unit === null ? null : partUnit(cell);
  return numberIn(parted?.unit === unit ? parted.rest : cell, decimal);
}

/** What a gap is in a column: a minus that stands beside a plus is a value. */
function gapRule(cells: readonly string[]): (cell: string) => boolean {
  return cells.includes('+') ? (cell) => cell !== '-' && isGap(cell) : isGap;
}

/** Numbers as labels: of equal ones the shortest spelling is the name. */
function labelsOfNumbers(
  numbers: Float64Array,
  cells: readonly string[],
): [(string | null)[], TypedColumn['values']] {
  const byValue = new Map<number, { label: string; count: number }>();
  numbers.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const cell = cells[i]!;
    const spelt = /^[!-~]*$/.test(cell) ? cell : cell.normalize('NFKC').trim();
    // Programs write 1.0000e+00 for what people call 1.
    const label = /e/i.test(spelt) ? String(value) : spelt;
    // -0 and 0 are one key of a map.
    const known = byValue.get(value);
    if (!known) byValue.set(value, { label, count: 1 });
    else {
      known.count++;
      if (label.length < known.label.length || (label.length === known.label.length && label < known.label))
        known.label = label;
    }
  });
  const labels = Array.from(numbers, (value) => (Number.isNaN(value) ? null : byValue.get(value)!.label));
  return [labels, [...byValue].sort(([a], [b]) => a - b).map(([, value]) => value)];
}

function labelsOfTexts(
  cells: readonly string[],
  missing: readonly boolean[],
  decimal: Table['reading']['decimal'],
): [(string | null)[], TypedColumn['values']] {
  const byKey = new Map<string, { label: string; count: number }>();
  // The same text comes again and again: what it stands for is worked out once.
  const keyOf = new Map<string, { key: string; label: string }>();
  const keys = cells.map((cell, i) => {
    if (missing[i]) return null;
    let found = keyOf.get(cell);
    if (!found) {
      const label = unguardCell(cell);
      const value = numberIn(label, decimal);
      found = { key: value === null ? labelKey(label) : `number ${value}`, label };
      keyOf.set(cell, found);
    }
    const { key, label } = found;
    const known = byKey.get(key);
    if (!known) byKey.set(key, { label: label.trim(), count: 1 });
    else {
      known.count++;
      // Several spellings of one: its name does not depend on which came first.
      if (known.label !== label.trim()) known.label = labelKey(label);
    }
    return key;
  });
  const values = [...byKey.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
  return [keys.map((key) => (key === null ? null : byKey.get(key)!.label)), values];
}

const NAME_OF_ROWS =
  /^(id|index|no\.?|nr\.?|#|row|row ?names?|rownames|unnamed:? ?0?|連番|.*番号|編號|编号|번호|nummer|lfd\.? ?nr\.?)$|(^|[ _-])id$|[a-z]Id$|ID$/i;

/** Whether a heading says that the column only counts or names the rows. */
export function isRowName(name: string): boolean {
  return NAME_OF_ROWS.test(name.trim());
}

function typeOf(column: Omit<TypedColumn, 'type' | 'bars'>, table: Table): ColumnType {
  const { values, numbers, name, index } = column;
  const there = column.labels.length - column.gaps;
  if (there === 0) return 'empty';
  if (values.length === 1) return 'constant';
  const allDifferent = values.length === there;
  if (numbers) {
    if (!allDifferent) return 'number';
    if (isRowName(name)) return 'name';
    const nameless = name === '' && index === 0 && table.names.length >= (table.reading.header ? 3 : 4);
    return nameless && counts(numbers) ? 'name' : 'number';
  }
  if (isRowName(name) && values.length > there / 2) return 'name';
  if (allDifferent && there > 12) return 'name';
  return values.length <= Math.max(12, Math.min(60, there / 4)) ? 'category' : 'text';
}

/** 0, 1, 2, … or 1, 2, 3, … */
function counts(numbers: Float64Array): boolean {
  return numbers.every((value, i) => value === numbers[0]! + i) && (numbers[0] === 0 || numbers[0] === 1);
}

function barsOf({ numbers, values }: Pick<TypedColumn, 'numbers' | 'values'>): Bar[] {
  if (!numbers || values.length <= BARS) {
    const most = [...values].sort((a, b) => b.count - a.count).slice(0, BARS);
    return values.filter((value) => most.includes(value)).map(({ label, count }) => ({ from: label, count }));
  }
  const there = numbers.filter((value) => Number.isFinite(value));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of there) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = (high - low) / BARS;
  if (!(width > 0) || !Number.isFinite(width)) return [{ from: String(low), count: there.length }];
  const bars = Array.from({ length: BARS }, (_, i) => ({ from: (low + i * width).toPrecision(3), count: 0 }));
  for (const value of there) bars[Math.min(BARS - 1, Math.floor((value - low) / width))]!.count++;
  return bars;
}
