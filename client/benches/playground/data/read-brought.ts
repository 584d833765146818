import { type ColumnChoice, proposeColumns } from '@/engine/table/choose-columns';
import { describeColumns, type TypedColumn } from '@/engine/table/column-types';
import { decodeText, detectEncoding, type Evidence } from '@/engine/table/decode-text';
import type { Encoding } from '@/engine/table/encodings';
import { readTable } from '@/engine/table/sniff-table';
import { TABLE_LIMITS, type Table } from '@/engine/table/table';
import { pointsOfTable, type TablePoints } from '@/engine/table/to-points';
import type { Brought } from './brought';

/** What has been brought, as it is read. */
export interface ReadColumns {
  /** Null where there was nothing to decode: pasted texts and workbooks. */
  encoding: { encoding: Encoding; evidence: Evidence | 'chosen'; broken: number } | null;
  /** The text; null for workbooks. */
  text: string | null;
  table: Table;
  columns: readonly TypedColumn[];
  proposal: ColumnChoice;
}

/** The same with what it comes to. */
export interface ReadTable extends ReadColumns {
  choice: ColumnChoice;
  points: TablePoints;
}

/** Reads what was brought; null where there is nothing yet, `too-large` where it is too much to be read. */
export function readColumns(brought: Omit<Brought, 'choice'>): ReadColumns | 'too-large' | null {
  const { source, sheet, reading } = brought;
  const decoded = source.kind === 'file' ? decode(source.bytes, brought.encoding) : null;
  const text = source.kind === 'text' ? source.text : (decoded?.text ?? null);
  if (text !== null && text.trim() === '') return null;
  if (text !== null && text.length > TABLE_LIMITS.bytes) return 'too-large';
  const table = readTable(
    source.kind === 'workbook' ? { rows: source.book.rows(sheet) } : { text: text! },
    reading,
  );
  const columns = describeColumns(table);
  return { encoding: decoded?.encoding ?? null, text, table, columns, proposal: proposeColumns(columns) };
}

/** What the columns come to, as they are chosen or else proposed. */
export function chooseColumns(read: ReadColumns, chosen: ColumnChoice | null): ReadTable {
  const choice = chosen ?? read.proposal;
  return { ...read, choice, points: pointsOfTable(read.table, read.columns, choice) };
}

function decode(bytes: Uint8Array, chosen: Encoding | null) {
  const found = chosen ? { encoding: chosen, evidence: 'chosen' as const } : detectEncoding(bytes);
  const text = decodeText(bytes, found.encoding);
  return { text, encoding: { ...found, broken: text.split('\ufffd').length - 1 } };
}
