import { setImmediate as othersHaveWorked } from 'node:timers/promises';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { CsvCell } from './csv';

/** What a column holds: text, whole numbers, real numbers, or moments as they stand in a table (ISO 8601, UTC). */
export type ColumnKind = 'text' | 'whole' | 'real' | 'moment';

const ELEMENTS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT64' },
  real: { type: 'DOUBLE' },
  moment: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
} as const;

/** Rows that are held before they are written: a few megabytes at most. */
const ROWS_IN_GROUP = 5_000;

/**
 * A table as a Parquet file, in pieces: a row group each. Texts are as they are, since nothing calculates here; what a table of
 * comma-separated values leaves empty is null.
 */
export async function* parquetFile(
  columns: Readonly<Record<string, ColumnKind>>,
  rows: AsyncIterable<Readonly<Record<string, CsvCell>>>,
): AsyncGenerator<Uint8Array> {
  const names = Object.entries(columns);
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: names.length },
      ...names.map(([name, kind]) => ({ name, repetition_type: 'OPTIONAL' as const, ...ELEMENTS[kind] })),
    ],
    createdBy: 'Perceptroom',
  });
  let group: Readonly<Record<string, CsvCell>>[] = [];
  const write = async () => {
    await file.write({
      columnData: names.map(([name, kind]) => ({
        name,
        data: group.map((row) => storedValue(row[name]!, kind)),
        offsetIndex: false,
      })),
      rowGroupSize: ROWS_IN_GROUP,
    });
    group = [];
    await othersHaveWorked();
    return taken(bytes);
  };
  for await (const row of rows) {
    group.push(row);
    if (group.length === ROWS_IN_GROUP) yield await write();
  }
  if (group.length > 0) yield await write();
  file.finish();
  yield taken(bytes);
}

/** What has been written since the last time; places in the file count on. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

function storedValue(cell: CsvCell, kind: ColumnKind): string | bigint | number | Date | null {
  if (cell === null || (cell === '' && kind !== 'text')) return null;
  if (kind === 'text') return String(cell);
  if (kind === 'moment') return new Date(String(cell));
  return kind === 'whole' ? BigInt(Number(cell)) : Number(cell);
}
