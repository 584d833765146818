import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broughtBy } from '@/client/benches/playground/data/brought';
import { OWN_POINTS } from '@/engine/points/own-points';
import { TABLE_LIMITS } from '@/engine/table/table';
import { formatOwnPoints } from '@/engine/table/write-points';
import { faultOf, pointsOf, readBrought, readText } from '@/tests/field/read-text';

const GOOD = '0,0,a\n10,0,b\n0,20,a\n10,20,b\n';
const points = (text: string) => pointsOf(readText(text)).data;

describe('a table that is good', () => {
  test('is scaled to the plane, with classes named', () => {
    const { points: set, classNames, columnNames } = points(GOOD);
    expect([...set.xs]).toEqual([-5, 5, -5, 5]);
    expect([...set.ys]).toEqual([-5, -5, 5, 5]);
    expect([...set.labels]).toEqual([0, 1, 0, 1]);
    expect(classNames).toEqual(['a', 'b']);
    expect(columnNames).toBeNull();
  });

  test('may have a header, in any order of columns', () => {
    const moved = points(`id,label,y,x\n${['1,a,0,0', '2,b,0,10', '3,a,20,0', '4,b,20,10'].join('\n')}`);
    expect(moved.points).toEqual(points(GOOD).points);
    expect(moved.columnNames).toEqual(['x', 'y', 'label']);
    expect(points(`height,weight,kind\n${GOOD}`).points).toEqual(points(GOOD).points);
  });

  test('may come from a spreadsheet: mark, quotes, tabs, decimal commas, full-width digits, Windows lines', () => {
    const sheet = '\uFEFFx;y;label\r\n0,0;0;"a"\r\n10,0;0;b\r\n\r\n0;２０;a\r\n10;20;b\r\n';
    expect(points(sheet).points).toEqual(points(GOOD).points);
    expect(points(GOOD.replaceAll(',', '\t')).points).toEqual(points(GOOD).points);
    expect(points('0,0,"say ""x"", y"\n1,1,b\n2,2,b\n3,3,b').classNames).toEqual(['b', 'say "x", y']);
  });

  test('numbers as labels are classes in order of size, or values when there are many', () => {
    expect(points('1,1,10\n1,2,9\n2,1,9\n2,2,10').classNames).toEqual(['9', '10']);
    const many = Array.from({ length: 20 }, (_, i) => `${i},${i * i},${i}`).join('\n');
    const { points: set } = points(many);
    expect(set.task).toBe('regression');
    expect(set.labels[0]).toBe(-1);
    expect(set.labels[19]).toBe(1);
  });

  test('a column that is everywhere the same lies in the middle', () => {
    expect([...points('3,0,a\n3,1,b\n3,2,a\n3,3,b').points.xs]).toEqual([0, 0, 0, 0]);
  });

  test('further inputs have mean 0 and deviation 1', () => {
    const { points: set, more } = points('x,y,z,label\n1,2,10,a\n2,1,20,b\n3,4,30,a\n4,3,40,b\n');
    expect(more).toHaveLength(1);
    expect(more[0]).toMatchObject({ name: 'z', centre: 25 });
    set.more!.values.forEach((value, i) => {
      expect(value).toBeCloseTo((i * 10 - 15) / Math.sqrt(125), 12);
    });
  });
});

describe('a table that is bad', () => {
  test.each([
    ['1,2,a\n2,3,b', 'too-few-rows', null, null],
    ['1,1,a\n1,2,a\n2,1,a\n2,2,a', 'one-class', null, 3],
    ['1,1,a\n1,2,b\n2,1,c\n2,2,d\n3,3,e\n4,4,f\n5,5,g', 'too-many-classes', null, 3],
    ['just some words', 'too-few-rows', null, null],
    ['1,2\n2,3\n3,1\n4,4', 'too-few-columns', null, null],
    ['a,b,c\nd,e,f\ng,h,i\nk,l,m\n', 'no-axis', null, null],
  ])('%j is %s', (text, code, line, column) => {
    expect(faultOf(readText(text))).toMatchObject({ code, line, column });
  });

  test.each([
    ['1,2\n', 'missing-value', 5, 3],
    [',2,a\n', 'missing-value', 5, 1],
    ['1,two,a\n', 'not-a-number', 5, 2],
    ['1,0x10,a\n', 'not-a-number', 5, 2],
    ['1e300,2,a\n', 'number-too-large', 5, 1],
    ['-1e999,2,a\n', 'number-too-large', 5, 1],
  ])('a row %j is left out and counted; where too few are left, it is named', (row, code, line, column) => {
    expect(pointsOf(readText(GOOD + row)).counts).toMatchObject({ all: 5, used: 4, gaps: 1 });
    const short = GOOD.split('\n').slice(0, 3).join('\n');
    // Too few rows at all are too few before anything is said of one.
    expect(readText(`${short}\n${row}`).points).toMatchObject({
      ok: false,
      fault: { code: 'too-few-rows' },
      because: { code, line: line - 1, column },
    });
  });

  test('values need numbers, and different ones', () => {
    const read = readText(GOOD);
    const values = { choice: { ...read.choice, learns: 'values' as const } };
    expect(faultOf(readText(GOOD, values))).toMatchObject({ code: 'values-of-text' });
    expect(faultOf(readText('1,1,7\n1,2,7\n2,1,7\n2,2,7', values))).toMatchObject({ code: 'one-value' });
  });

  test('too much is refused before it is read; nothing is nothing', () => {
    const brought = (text: string) => readBrought(broughtBy({ kind: 'text', text }));
    expect(brought('x'.repeat(TABLE_LIMITS.bytes + 1))).toBe('too-large');
    expect(brought('\n \n\n')).toBeNull();
  });

  test('whatever is pasted, there is an answer and never a point that is no number', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.double().map(String),
      fc.constantFrom('"', ',', '\n', ';', '1e12', '', 'NA', '#', "'="),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 60 }),
        fc.constantFrom(',', ';', '\t', '\n', '|', ' '),
        (cells, between) => {
          const read = readBrought(broughtBy({ kind: 'text', text: cells.join(between) }));
          if (read === null || read === 'too-large' || !read.points.ok) return;
          const { data, counts } = read.points;
          expect(counts.used + counts.gaps + counts.otherClasses).toBe(counts.all);
          const { xs, ys, labels, more } = data.points;
          for (const list of [xs, ys, labels, more?.values ?? []]) {
            for (const value of list) expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('saved as CSV', () => {
  const again = (text: string) => points(formatOwnPoints(points(text)));

  test('begins with the mark that Excel looks for', () => {
    expect(formatOwnPoints(points(GOOD)).charCodeAt(0)).toBe(0xfeff);
  });

  test('comes back the same, with its headings', () => {
    const text =
      'sepal_length,sepal_width,petal_length,species\n5.1,3.5,1.4,setosa\n7,3.2,4.7,virginica\n6.3,3.3,6,virginica\n4.9,3,1.4,setosa\n';
    const second = again(text);
    const first = points(text);
    expect(second.columnNames).toEqual(first.columnNames);
    expect(second.more.map((each) => each.name)).toEqual(['petal_length']);
    second.points.more!.values.forEach((value, i) => {
      expect(value).toBeCloseTo(first.points.more!.values[i]!, 6);
    });
  });

  test('no cell is one that a spreadsheet would calculate', () => {
    const labels = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x","y")', '%x'];
    const text = `x,y,label\n${labels.map((label, i) => `${i},${i * i},"${label.replaceAll('"', '""')}"`).join('\n')}`;
    const saved = formatOwnPoints(points(text));
    const cells = saved
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(2).join(','));
    for (const cell of cells) expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(points(saved).classNames).toEqual(points(text).classNames);
  });

  test('any labels come back whole, and the points with them', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc.constantFrom(
        '=1',
        "'=1",
        '-',
        '+',
        'NA',
        "'NA",
        '犬, 猫',
        'a"b',
        'two\nlines',
        '@x',
        "'",
        '1.0',
        '01',
        '#1',
        'x'.repeat(500),
      ),
      fc.integer({ min: -9, max: 9 }).map(String),
    );
    const row = (names: readonly string[]) =>
      fc.tuple(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom(...names),
      );
    fc.assert(
      fc.property(
        fc
          .uniqueArray(name, { minLength: 2, maxLength: 6 })
          .chain((names) =>
            fc.tuple(fc.constant(names), fc.array(row(names), { minLength: 4, maxLength: 20 })),
          ),
        fc.constantFrom('species', 'label', 'foo', 'y', 'id', '=x', ''),
        fc.constantFrom('class', 'a', 'x', 'Id', 'value', '1'),
        ([, rows], heading, further) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = `x,b,${further},${quote(heading)}\n${rows.map(([x, y, z, label]) => `${x},${y},${z},${quote(label)}`).join('\n')}`;
          const read = readText(text, {
            reading: { separator: 'comma', decimal: 'point', header: true, skipped: 0 },
          });
          const roles = (['x', 'y', 'more', 'label'] as const).slice(0, read.columns.length);
          const first = readText(text, {
            reading: { separator: 'comma', decimal: 'point', header: true, skipped: 0 },
            choice: { roles, learns: 'classes', gaps: 'leave-out', largestOnly: false },
          });
          if (!first.points.ok) return;
          const { data } = first.points;
          const saved = formatOwnPoints(data);
          const second = pointsOf(readText(saved)).data;
          expect(second.classNames).toEqual(data.classNames);
          expect([...second.points.labels]).toEqual([...data.points.labels]);
          expect(second.more).toHaveLength(data.more.length);
          expect(data.classNames.length).toBeLessThanOrEqual(OWN_POINTS.classes);
        },
      ),
      { numRuns: 400 },
    );
  });
});
