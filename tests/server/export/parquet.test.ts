import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CsvCell } from '@/server/export/csv';
import { parquetFile } from '@/server/export/parquet';
import { csvTable, parquetTable } from '@/server/export/tables';
import { HOSTILE_TEXTS } from '@/tests/field/hostile-texts';
import { HOSTILE_NAMES } from './hostile-names';
import { madeSource, whole } from './made-source';

/** No name keeps halves of signs; and readers of text take the mark at its beginning for none of it. */
const TEXTS = HOSTILE_TEXTS.filter((text) => !/\p{Cs}|^\ufeff/u.test(text));
const source = madeSource([...HOSTILE_NAMES, ...TEXTS, '花子']);
const TABLES = ['runs', 'points'] as const;
type Row = Record<string, unknown>;

/** As it stands in the table of comma-separated values: texts, an apostrophe before what would be calculated, nothing for null. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}

async function csvRows(name: (typeof TABLES)[number]): Promise<Record<string, string>[]> {
  const text = Buffer.from(await whole(csvTable(name, source))).toString('utf8');
  return papaparse.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

function expectSame(rows: readonly Row[], expected: readonly Record<string, string>[]): void {
  expect(rows).toHaveLength(expected.length);
  rows.forEach((row, index) => {
    expect(Object.keys(row)).toEqual(Object.keys(expected[index]!));
    for (const [column, cell] of Object.entries(expected[index]!)) {
      const told = asCell(row[column]);
      expect([told, `'${told}`], `${column} of row ${index + 1}`).toContain(cell);
    }
  });
}

describe.each(TABLES)('the table of %s as Parquet is the one of comma-separated values', (name) => {
  let folder: string;
  let file: Uint8Array;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-parquet-'));
    file = await whole(parquetTable(name, source));
    writeFileSync(path.join(folder, 'table.parquet'), file);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('to hyparquet', async () => {
    const rows = await parquetReadObjects({ file: file.slice().buffer });
    expectSame(rows, await csvRows(name));
  });

  test('to DuckDB, with kinds of its own', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    try {
      const read = `read_parquet('${path.join(folder, 'table.parquet')}')`;
      const reader = await connection.runAndReadAll(`select * from ${read}`);
      const rows = reader.getRowObjectsJS() as Row[];
      expectSame(rows, await csvRows(name));
      const described = await connection.runAndReadAll(`describe select * from ${read}`);
      const kinds = Object.fromEntries(
        described.getRowObjectsJS().map(({ column_name, column_type }) => [column_name, column_type]),
      );
      expect(kinds).toMatchObject({ run_id: 'VARCHAR', student: 'VARCHAR', loss: 'DOUBLE' });
      if (name === 'runs')
        expect(kinds).toMatchObject({ started_at: 'TIMESTAMP WITH TIME ZONE', seed: 'BIGINT' });
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
});

test('a long table comes group by group and is never held whole', async () => {
  const ROWS = 12_345;
  let asked = 0;
  async function* rows(): AsyncGenerator<Record<string, CsvCell>> {
    for (; asked < ROWS; asked++) yield { step: asked, loss: asked / 8, name: `run ${asked}` };
  }
  const pieces: Uint8Array[] = [];
  const askedAt: number[] = [];
  for await (const piece of parquetFile({ step: 'whole', loss: 'real', name: 'text' }, rows())) {
    pieces.push(piece);
    askedAt.push(asked);
  }
  // Each group is sent before the rows after it are asked for.
  expect(askedAt).toEqual([4_999, 9_999, ROWS, ROWS]);
  const read = await parquetReadObjects({ file: Uint8Array.from(Buffer.concat(pieces)).buffer });
  expect(read).toHaveLength(ROWS);
  expect(read.at(-1)).toEqual({ step: 12_344n, loss: 1_543, name: 'run 12344' });
});

test('a table without rows is one', async () => {
  const empty = parquetTable('points', { ...source, runs: [] });
  const file = await whole(empty);
  expect(await parquetReadObjects({ file: file.slice().buffer })).toEqual([]);
});
