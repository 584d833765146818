import type { Decimal } from './cell-values';
import type { CsvRow, Separator } from './csv-rows';

/** What a table may be; stated to the person. */
export const TABLE_LIMITS = {
  /** Bytes of a file, and characters of a pasted text. */
  bytes: 5_000_000,
  /** Rows that are read; of more the first count. */
  rows: 100_000,
  /** Columns that can be chosen from. */
  columns: 60,
} as const;

/** How a text was taken for a table; each part is found, and can be chosen otherwise. */
export interface TableReading {
  separator: Separator;
  decimal: Decimal;
  /** The first row that counts names the columns. */
  header: boolean;
  /** Rows above it that are left out: titles, remarks, `sep=`. */
  skipped: number;
}

/** Parts of a reading that a person has chosen. */
export type ReadingChoices = Partial<TableReading>;

/** A text or a sheet as a table. */
export interface Table {
  reading: TableReading;
  /** Names of the columns; empty where there is none. */
  names: readonly string[];
  /** All rows have a cell for each column. */
  rows: readonly CsvRow[];
  /** The first cells of each row left out above. */
  above: readonly string[];
  /** The first cells of rows at the end that sum up the others: they are left out. */
  below: readonly string[];
  /** Rows with more or fewer cells than the others. */
  ragged: number;
  /** The names of classes 0, 1, …, where a line above gives them (as scikit-learn's files do). */
  classNames: readonly string[] | null;
  /** Columns that there are; more than `names` has where they are too many. */
  columnCount: number;
  /** There are more rows than are read. */
  cut: boolean;
}
