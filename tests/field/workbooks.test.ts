import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { broughtBy } from '@/client/benches/playground/data/brought';
import { readFile } from '@/client/benches/playground/data/read-file';
import { MOST_UNPACKED, openWorkbook, type Workbook } from '@/engine/table/workbook';
import { type Cell, claimSize, makeWorkbook } from './make-workbook';
import { pointsOf, readBrought } from './read-text';

const ANIMALS: Cell[][] = [
  ['身長', '体重', '動物'],
  [20, 30, '犬'],
  [21.5, 35, '鳥'],
  [22, null, '犬'],
  [23, 34, '鳥'],
  [24, 39, '犬'],
];

function cells(book: Workbook, sheet = 0): string[][] {
  return book.rows(sheet).map((row) => row.cells);
}

describe('a workbook', () => {
  test('is read, whatever its file is called', async () => {
    for (const name of ['animals.xlsx', 'animals.csv', 'animals']) {
      const result = await readFile(new File([makeWorkbook([{ name: 'Sheet1', rows: ANIMALS }])], name));
      if (!result.ok) throw new Error(result.refusal.why);
      const read = readBrought(broughtBy(result.source));
      if (read === null || read === 'too-large') throw new Error('not read');
      const { data, counts } = pointsOf(read);
      expect(data.classNames).toEqual(['犬', '鳥']);
      expect(data.columnNames).toEqual(['身長', '体重', '動物']);
      expect(counts).toMatchObject({ all: 5, used: 4, gaps: 1 });
    }
  });

  test('has its sheets by name, and each can be chosen', () => {
    const book = openWorkbook(
      makeWorkbook([
        { name: 'Notes & “more”', rows: [['Nothing here']] },
        { name: '動物', rows: ANIMALS },
        { name: 'empty', rows: [] },
      ]),
    );
    expect(book.sheets).toEqual(['Notes & “more”', '動物', 'empty']);
    expect(cells(book, 0)).toEqual([['Nothing here']]);
    expect(cells(book, 1)[1]).toEqual(['20', '30', '犬']);
    expect(cells(book, 2)).toEqual([]);
  });

  test('opens at its first sheet with a table; an empty or damaged one beside it is empty, and no more', async () => {
    const book = makeWorkbook(
      [
        { name: 'cover', rows: [['Report']] },
        { name: 'data', rows: ANIMALS },
        { name: 'broken', rows: ANIMALS },
      ],
      { 'xl/worksheets/sheet3.xml': new Uint8Array(0) },
    );
    const result = await readFile(
      new File([claimSize(book, 'xl/worksheets/sheet3.xml', 0xffff_fffe)], 'a.xlsx'),
    );
    if (!result.ok) throw new Error(result.refusal.why);
    const brought = broughtBy(result.source);
    expect(brought.sheet).toBe(1);
    expect(readBrought(brought)).toMatchObject({ points: { ok: true } });
    for (const sheet of [0, 2]) {
      expect(readBrought({ ...brought, sheet })).toMatchObject({ points: { ok: false } });
    }
  });

  test('days, truth, errors and signs are as they are shown; how a word is read aloud is not part of it', () => {
    const book = openWorkbook(
      makeWorkbook([
        { name: 'a', rows: [[{ day: 45443 }, true, { error: '#N/A' }, 'a<b & "c"', 'two\nlines', '  x ']] },
      ]),
    );
    expect(cells(book)).toEqual([['2024-05-31', 'TRUE', '#N/A', 'a<b & "c"', 'two\nlines', 'x']]);
  });

  test('any cells come back', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((each) => each.trim() !== '' && !/\p{Cc}|_x/u.test(each));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { maxLength: 30 }), {
          maxLength: 8,
        }),
        (rows) => {
          const expected = rows
            .map((row) => row.map((cell) => (cell === null ? '' : String(cell).trim())))
            .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))
            .filter((row) => row.length > 0);
          expect(cells(openWorkbook(makeWorkbook([{ name: 'a', rows }])))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a workbook that is none', () => {
  const whole = makeWorkbook([{ name: 'a', rows: ANIMALS }]);

  test('cut off anywhere: refused in words, never anything else', async () => {
    for (let length = 8; length < whole.length; length += 97) {
      const result = await readFile(new File([whole.slice(0, length)], 'a.xlsx'));
      expect(result).toMatchObject({ ok: false });
      if (!result.ok) expect(['xlsx', 'archive', 'unknown']).toContain(result.refusal.why);
    }
  });

  test('with any byte changed: read or refused, and there is an end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const changed = whole.slice();
          changed[at] = byte;
          try {
            for (const row of openWorkbook(changed).rows(0)) expect(Array.isArray(row.cells)).toBe(true);
          } catch (error) {
            expect((error as { fault?: string }).fault).toBeTypeOf('string');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('that would unpack to far more: refused by what it claims, and bounded where it lies', async () => {
    // Sixty-five million blanks pack into some 64 kB.
    const bomb = makeWorkbook([{ name: 'a', rows: ANIMALS }], {
      'xl/worksheets/sheet1.xml': strToU8(' '.repeat(MOST_UNPACKED + 5_000_000)),
    });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await readFile(new File([bomb], 'bomb.xlsx'))).toEqual({
      ok: false,
      refusal: { why: 'xlsx-large' },
    });
    // The control: what the guard reads is the claim alone. With a small one nothing larger than that is unpacked.
    const liar = openWorkbook(claimSize(bomb, 'xl/worksheets/sheet1.xml', 1000));
    expect(liar.rows(0)).toEqual([]);
    const large = openWorkbook(claimSize(bomb, 'xl/worksheets/sheet1.xml', 0xffff_fffe));
    expect(() => large.rows(0)).toThrow('too-large');
  });

  test('a cell at the end of the sheet costs no sheet full of cells', () => {
    const far = makeWorkbook([{ name: 'a', rows: [] }], {
      'xl/worksheets/sheet1.xml': strToU8(
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row></sheetData></worksheet>',
      ),
    });
    expect(openWorkbook(far).rows(0)).toEqual([{ line: 1_048_576, cells: ['2'] }]);
  });

  test('without a sheet', async () => {
    expect(await readFile(new File([makeWorkbook([])], 'a.xlsx'))).toEqual({
      ok: false,
      refusal: { why: 'xlsx-sheets' },
    });
  });
});
