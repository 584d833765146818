import { type ColumnChoice, proposeColumns } from '@/engine/table/choose-columns';
import { type Column, describeColumns } from '@/engine/table/column-types';
import { decodeText, detectEncoding, type Encoding, type Evidence } from '@/engine/table/decode-text';
import { readTable } from '@/engine/table/sniff-table';
import { TABLE_LIMITS, type Table } from '@/engine/table/table';
import { pointsOfTable, type TablePoints } from '@/engine/table/to-points';
import type { Brought } from './brought';

/** What has been brought, as it is read and what it comes to. */
export interface ReadTable {
  /** Null where there was nothing to decode: pasted texts and workbooks. */
  encoding: { encoding: Encoding; evidence: Evidence | 'chosen'; broken: number } | null;
  /** The text; null for workbooks. */
  text: string | null;
  table: Table;
  columns: readonly Column[];
  choice: ColumnChoice;
  points: TablePoints;
}

/** Reads what was brought; null where there is nothing yet, `too-large` where it is too much to be read. */
export function readBrought(brought: Brought): ReadTable | 'too-large' | null {
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
  const choice = brought.choice ?? proposeColumns(columns);
  return {
    encoding: decoded?.encoding ?? null,
    text,
    table,
    columns,
    choice,
    points: pointsOfTable(table, columns, choice),
  };
}

function decode(bytes: Uint8Array, chosen: Encoding | null) {
  const found = chosen ? { encoding: chosen, evidence: 'chosen' as const } : detectEncoding(bytes);
  const text = decodeText(bytes, found.encoding);
  return { text, encoding: { ...found, broken: text.split('\ufffd').length - 1 } };
}
