import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '@/client/benches/playground/data/read-file';
import { encodeText } from './encode-text';
import { IRIS_ALL, moons, PENGUINS, TITANIC, WINE_QUALITY, WINE_UCI } from './known-tables';
import { faultOf, pointsOf, readBytes, readText, rolesOf } from './read-text';

/** Data as people bring it: what is read, what each column is taken for, and what is trained. */

const input = (name: string) => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'inputs', name)));

describe('tables that everybody has', () => {
  test.each(Object.entries(IRIS_ALL))('%s: the species of four measurements', (form, text) => {
    const read = readText(text);
    const { data, counts } = pointsOf(read);
    expect(data.points.classes).toBe(3);
    for (const [i, species] of ['setosa', 'versicolor', 'virginica'].entries()) {
      const expected = form === 'IRIS_PANDAS' ? `${i}.0` : species;
      expect(data.classNames[i]).toMatch(new RegExp(`^(Iris-)?${expected}$`));
    }
    expect(data.more).toHaveLength(2);
    expect(counts).toEqual({ all: 12, used: 12, gaps: 0, filled: 0, otherClasses: 0, drawnFrom: null });
    // 5.1 of 4.7 to 7.1, scaled to the plane.
    expect(data.points.xs[0]).toBeCloseTo(-5 + (10 * (5.1 - 4.7)) / (7.1 - 4.7), 6);
    expect([...data.points.labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  test('titanic: who survived; rows without an age are counted', () => {
    const read = readText(TITANIC);
    expect(rolesOf(read)).toEqual({
      x: 'Pclass',
      y: 'Age',
      more: ['SibSp', 'Parch', 'Fare'],
      label: 'Survived',
    });
    expect(read.columns.map((column) => column.type)).toEqual([
      'name',
      'number',
      'number',
      'category',
      'category',
      'number',
      'number',
      'number',
      'category',
      'number',
      'category',
      'category',
    ]);
    expect(read.table.rows[0]!.cells[3]).toBe('Braund, Mr. Owen Harris');
    expect(read.table.rows[11]!.cells[3]).toBe('O\'Dwyer, Mr. Edward "Ned"');
    expect(pointsOf(read).counts).toMatchObject({ all: 12, used: 10, gaps: 2 });
    const filled = readText(TITANIC, { choice: { ...read.choice, gaps: 'fill' } });
    expect(pointsOf(filled).counts).toMatchObject({ used: 12, gaps: 0, filled: 2 });
    // The sex as a further input: one number for two texts.
    const roles = read.choice.roles.map((role, i) => (read.table.names[i] === 'Sex' ? 'more' : role));
    const { data } = pointsOf(readText(TITANIC, { choice: { ...read.choice, roles } }));
    expect(data.more.map((each) => each.name)).toEqual(['Sex = male', 'SibSp', 'Parch', 'Fare']);
    const ports = read.choice.roles.map((role, i) => (read.table.names[i] === 'Embarked' ? 'more' : role));
    const three = pointsOf(readText(TITANIC, { choice: { ...read.choice, roles: ports } })).data;
    expect(three.more.map((each) => each.name).slice(-3)).toEqual([
      'Embarked = C',
      'Embarked = Q',
      'Embarked = S',
    ]);
  });

  test('wine: the class stands first, without a heading', () => {
    const read = readText(WINE_UCI);
    expect(read.table.reading.header).toBe(false);
    expect(rolesOf(read)).toMatchObject({ x: '2', y: '3', label: '1' });
    const { data } = pointsOf(read);
    expect(data.classNames).toEqual(['1', '2', '3']);
    expect(data.more).toHaveLength(11);
  });

  test("wine's quality: semicolons beside decimal points", () => {
    const read = readText(WINE_QUALITY);
    expect(read.table.reading).toEqual({
      separator: 'semicolon',
      decimal: 'point',
      header: true,
      skipped: 0,
    });
    expect(rolesOf(read).label).toBe('quality');
    expect(pointsOf(read).data.classNames).toEqual(['5', '6', '7']);
    expect(read.columns[0]!.numbers![0]).toBe(7.4);
  });

  test('penguins: NA is a gap', () => {
    const read = readText(PENGUINS);
    expect(rolesOf(read)).toMatchObject({ x: 'bill_length_mm', y: 'bill_depth_mm', label: 'species' });
    const { data, counts } = pointsOf(read);
    expect(data.classNames).toEqual(['Adelie', 'Chinstrap', 'Gentoo']);
    expect(counts).toMatchObject({ all: 10, used: 9, gaps: 1 });
  });

  test('moons, whatever separates them', () => {
    const plain = pointsOf(readText(moons(','))).data;
    for (const separator of [',', ';', '\t', '|', ' ', '   ', ', ', ' ; ']) {
      for (const end of ['\n', '\r\n', '\r', '\n\n']) {
        for (const header of [true, false]) {
          for (const decimal of ['.', ','] as const) {
            if (decimal === ',' && separator.trim() === ',') continue;
            const { data } = pointsOf(readText(moons(separator, decimal, end, header)));
            expect([...data.points.xs]).toEqual([...plain.points.xs]);
            expect([...data.points.ys]).toEqual([...plain.points.ys]);
            expect(data.classNames).toEqual(['A', 'B']);
          }
        }
      }
    }
    for (const [sign, separator] of [
      [';', ';'],
      [',', ','],
      ['\t', '\t'],
      ['|', '|'],
    ] as const) {
      const { data } = pointsOf(readText(`sep=${sign}\r\n${moons(separator, '.', '\r\n')}`));
      expect([...data.points.xs]).toEqual([...plain.points.xs]);
    }
  });
});

describe('files from the field', () => {
  test.each([
    ['two-animals-shiftjis.csv', 'shift_jis', ['犬', '鳥'], 30],
    ['label-column-shiftjis.csv', 'shift_jis', ['いいえ', 'はい'], 40],
    ['iris-seaborn.csv', 'utf-8', ['setosa', 'versicolor', 'virginica'], 30],
    ['moons-sep-semicolon.csv', 'utf-8', ['A', 'B'], 40],
    ['moons-german-semicolon.csv', 'utf-8', ['gruen', 'rot'], 40],
    ['moons-pipe.csv', 'utf-8', ['A', 'B'], 40],
    ['title-line.csv', 'utf-8', ['A', 'B'], 4],
    ['label-float-int.csv', 'utf-8', ['0', '1'], 4],
  ])('%s is read', (name, encoding, classes, rows) => {
    const read = readBytes(input(name));
    expect(read.encoding?.encoding).toBe(encoding);
    expect(read.encoding?.broken).toBe(0);
    const { data, counts } = pointsOf(read);
    expect(data.classNames).toEqual(classes);
    expect(counts.used).toBe(rows);
  });

  test('a gap in so few rows is named, and can be filled', () => {
    const read = readBytes(input('missing-NA.csv'));
    expect(read.points).toMatchObject({
      ok: false,
      fault: { code: 'too-few-rows', found: '3' },
      because: { code: 'missing-value', line: 3, column: 1 },
      gaps: 1,
    });
    const filled = readBytes(input('missing-NA.csv'), { choice: { ...read.choice, gaps: 'fill' } });
    expect(pointsOf(filled).counts).toMatchObject({ used: 4, filled: 1 });
  });

  test('a workbook that is damaged says that it is one', async () => {
    const file = new File([input('xlsx-renamed.csv')], 'data.csv');
    expect(await readFile(file)).toEqual({ ok: false, refusal: { why: 'xlsx' } });
  });

  test('the encoding can be chosen, and classes are never merged by a wrong one', () => {
    const bytes = encodeText('x,y,種類\n1,2,犬\n2,1,鳥\n3,4,犬\n4,3,鳥\n', 'shift_jis');
    const wrong = readBytes(bytes, { encoding: 'utf-8' });
    expect(wrong.encoding).toMatchObject({ evidence: 'chosen' });
    expect(wrong.encoding!.broken).toBeGreaterThan(0);
    expect(pointsOf(readBytes(bytes)).data.classNames).toEqual(['犬', '鳥']);
  });
});

describe('nothing is interpreted in silence', () => {
  test('rows of a text with titles, remarks and totals', () => {
    const body = moons(',');
    for (const title of [
      'Messung vom 3. Mai',
      'Experiment 3 (class 8b)\nTeacher: Ito\n',
      '# made by hand\n# seed 3',
      '実験 3',
      'Report,,\nMay,,',
    ]) {
      const read = readText(`${title}\n${body}`);
      expect(read.table.above.length, title).toBeGreaterThan(0);
      expect(pointsOf(read).data.classNames).toEqual(['A', 'B']);
      expect(pointsOf(read).counts.used).toBe(40);
    }
    const kept = readText(`Experiment 3\n${body}`, { reading: { skipped: 0 } });
    expect(kept.table.above).toEqual([]);
    const below = readText(`${body}Summe\n`);
    expect(below.table.ragged).toBe(1);
    expect(pointsOf(below).counts).toMatchObject({ used: 40, gaps: 1 });
  });

  test.each([
    '',
    'NA',
    'N/A',
    'NaN',
    'nan',
    'null',
    'NULL',
    '-',
    '?',
    'na',
    '欠損',
    '#N/A',
    '.',
    'n.a.',
    '－',
    '—',
  ])('a gap: %j', (gap) => {
    const read = readText(`x,y,label\n1,2,A\n${gap},1,B\n3,4,A\n4,3,B\n5,5,${gap}\n6,6,A\n`);
    expect(pointsOf(read)).toMatchObject({
      data: { classNames: ['A', 'B'] },
      counts: { all: 6, used: 4, gaps: 2 },
    });
  });

  test('plus and minus are two classes', () => {
    expect(pointsOf(readText('1,2,+\n2,1,-\n3,4,+\n4,3,-\n')).data.classNames).toEqual(['+', '-']);
  });

  test.each([
    ['0 and 0.0', ['0', '0.0', '1', '1.0'], ['0', '1']],
    ['blanks', [' A', 'A', 'B ', 'B'], ['A', 'B']],
    ['no-break blanks', ['\u00a0A', 'A', 'B', 'B\u00a0'], ['A', 'B']],
    ['full-width figures', ['０', '0', '１', '1'], ['0', '1']],
    ['full-width letters', ['Ａ', 'A', 'B', 'Ｂ'], ['A', 'B']],
    ['half-width kana', ['ネコ', 'ﾈｺ', 'イヌ', 'ｲﾇ'], ['イヌ', 'ネコ']],
    [
      'two ways of writing é',
      ['\u00e9t\u00e9', 'e\u0301te\u0301', 'hiver', 'hiver'],
      ['hiver', '\u00e9t\u00e9'],
    ],
    ['truth', ['TRUE', 'true', 'False', 'FALSE'], ['FALSE', 'TRUE']],
    ['powers of ten', ['0.00e+00', '0', '1.0e+00', '1'], ['0', '1']],
    ['signs', ['+1', '1', '-1', '−1'], ['-1', '1']],
  ])('the same class twice is one: %s', (_, labels, classes) => {
    const text = `x,y,label\n${labels.map((label, i) => `${i},${i * i},${label}`).join('\n')}`;
    expect(pointsOf(readText(text)).data.classNames).toEqual(classes);
  });

  test('classes that differ stay apart', () => {
    const labels = ['だ', 'た', 'A', 'a', 'v1.10', 'v1.1'];
    const text = `x,y,label\n${labels.map((label, i) => `${i},${i * i},${label}`).join('\n')}`;
    expect(pointsOf(readText(text)).data.classNames).toHaveLength(6);
  });

  test('numbers of all hands', () => {
    for (const [cell, value] of [
      ['１２．５', 12.5],
      ['−3', -3],
      ['1\u202f234', 1234],
      ['1 234,5', 1234.5],
      ["1'234.5", 1234.5],
      ['１，５', 1.5],
      ['٣', 3],
      ['1.234.567,5', 1234567.5],
      ['+2', 2],
      ['1e3', 1000],
      ['.5', 0.5],
    ] as const) {
      const read = readText(`x;y;label\n${cell};1;A\n1;2;B\n2;3;A\n3;1;B\n`, {
        reading: { decimal: /,\d+$/.test(cell) || cell === '１，５' ? 'comma' : 'point' },
      });
      expect(read.columns[0]!.numbers![0], cell).toBe(value);
    }
  });

  test('too much is told with what to do', () => {
    const many = `x,y,label\n${Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 5},k${i % 9}`).join('\n')}`;
    const read = readText(many);
    expect(faultOf(read)).toMatchObject({ code: 'too-many-classes', found: '9' });
    const kept = pointsOf(readText(many, { choice: { ...read.choice, largestOnly: true } }));
    expect(kept.data.classNames).toHaveLength(6);
    expect(kept.counts.otherClasses).toBe(40 - kept.counts.used);

    const long = `x,y,label\n${Array.from({ length: 12_000 }, (_, i) => `${i % 701},${i % 503},${i < 6000 ? 'a' : 'b'}`).join('\n')}`;
    const { data, counts } = pointsOf(readText(long));
    expect(counts).toMatchObject({ used: 5000, drawnFrom: 12_000 });
    expect(data.points.labels.filter((label) => label === 0)).toHaveLength(2500);

    const wide = `${Array.from({ length: 784 }, (_, i) => `pixel${i}`).join(',')},label\n${Array.from({ length: 8 }, (_, row) => `${Array.from({ length: 784 }, (_, i) => (i * row) % 255).join(',')},${row % 2}`).join('\n')}`;
    expect(readText(wide).table.columnCount).toBe(785);
    expect(readText(wide).columns).toHaveLength(60);
  });

  test('x1, x2 and y: y is what is wanted', () => {
    const read = readText('x1,x2,y\n1,2,0\n2,1,1\n3,4,0\n4,3,1\n');
    expect(rolesOf(read)).toMatchObject({ x: 'x1', y: 'x2', label: 'y' });
    expect(read.choice.learns).toBe('classes');
  });

  test('commas of the input method separate, and headings may be years', () => {
    const read = readText('身長，体重，性別\n150，40，女\n160，50，男\n155，45，女\n170，60，男\n');
    expect(pointsOf(read).data).toMatchObject({
      classNames: ['女', '男'],
      columnNames: ['身長', '体重', '性別'],
    });
    const years = readText('species,2019,2020\na,1,2\nb,2,3\na,3,4\nb,4,5\n');
    expect(years.table.names).toEqual(['species', '2019', '2020']);
  });

  test('a price is a value, whole numbers with few kinds are classes, and both can be chosen', () => {
    const text = `area,rooms,price\n${Array.from({ length: 20 }, (_, i) => `${50 + i},${1 + (i % 4)},${100 + i * 3}`).join('\n')}`;
    const read = readText(text);
    expect(read.choice.learns).toBe('values');
    expect(pointsOf(read).data.value).not.toBeNull();
    const grades = text.replace('price', 'grade').replace(/,(\d+)$/gm, (_, value) => `,${Number(value) % 4}`);
    expect(readText(grades).choice.learns).toBe('classes');
    const values = readText(grades, { choice: { ...readText(grades).choice, learns: 'values' } });
    expect(pointsOf(values).data.points.task).toBe('regression');
  });
});

describe('files that are no tables', () => {
  const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  test.each([
    ['data.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0'), 'xls'],
    [
      'locked.xlsx',
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'),
      'locked',
    ],
    ['data.ods', bytes('PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    ['data.numbers', bytes('PK\x03\x04..Index/Document.iwa'), 'numbers'],
    ['data.docx', bytes('PK\x03\x04..word/document.xml'), 'word'],
    ['data.zip', bytes('PK\x03\x04..iris/iris.data'), 'archive'],
    ['data.pdf', bytes('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['photo.csv', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image'],
    ['photo.jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
    ['data.json', bytes('{"x": [1, 2], "y": [3, 4]}'), 'json'],
    ['rows.json', bytes('[\n {"x": 1},\n {"x": 2}\n]'), 'json'],
    ['page.csv', bytes('<!DOCTYPE html><html>'), 'web-page'],
    ['data.gz', bytes('\x1f\x8b\x08\0'), 'archive'],
    ['data.parquet', bytes('PAR1\x15\x04'), 'parquet'],
    ['noise.bin', bytes('\x01\x02\0\x03\0\0\x04\x05\x06\x07\x01\x02'), 'unknown'],
    ['nothing.csv', new Uint8Array(0), 'empty'],
  ])('%s', async (name, content, why) => {
    expect(await readFile(new File([content as Uint8Array<ArrayBuffer>], name))).toEqual({
      ok: false,
      refusal: { why },
    });
  });

  test('a huge file is refused by its size, without reading it', async () => {
    const slices: number[] = [];
    const huge = {
      name: 'huge.csv',
      size: 100_000_000,
      slice(from: number, to: number) {
        slices.push(to - from);
        return new Blob(['x,y,label\n1,2,A\n']);
      },
      arrayBuffer: () => Promise.reject(new Error('read as a whole')),
    } as unknown as File;
    expect(await readFile(huge)).toEqual({
      ok: false,
      refusal: { why: 'too-large', bytes: 100_000_000, most: 5_000_000 },
    });
    expect(Math.max(...slices)).toBeLessThan(10_000);
  });

  test('a folder, or a file that is gone', async () => {
    const gone = {
      name: 'gone',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    };
    expect(await readFile(gone as unknown as File)).toEqual({ ok: false, refusal: { why: 'unreadable' } });
  });
});
