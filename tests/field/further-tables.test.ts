import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from '@/client/benches/playground/data/read-file';
import { withRole } from '@/engine/table/choose-columns';
import { openDocument } from '@/engine/table/open-document';
import { WorkbookError } from '@/engine/table/workbook';
import { faultOf, pointsOf, readText, rolesOf } from './read-text';

/** Tables as offices, registers and lessons write them, each with the values that it means. */

const column = (text: string, name: string) => readText(text).columns.find((each) => each.name === name)!;
const numbers = (text: string, name: string) => [...(column(text, name).numbers ?? [])];

describe('numbers as people write them', () => {
  test('decimal commas between semicolons, thousands with points', () => {
    const text =
      'Fläche;Preis;Lage\n54,5;1.250,00;Stadt\n80;950,50;Land\n61,25;12.000,75;Stadt\n99,9;640;Land\n';
    expect(numbers(text, 'Fläche')).toEqual([54.5, 80, 61.25, 99.9]);
    expect(numbers(text, 'Preis')).toEqual([1250, 950.5, 12000.75, 640]);
    expect(rolesOf(readText(text))).toEqual({ x: 'Fläche', y: 'Preis', more: [], label: 'Lage' });
  });

  test('percents, sums of money and units are numbers, and are said', () => {
    const text =
      'share,price,height,kind\n12.5%,"$1,200.50",170 cm,a\n7%,$80,181 cm,b\n33%,$9.5,165 cm,a\n40.1%,"$2,000",190 cm,b\n';
    expect(numbers(text, 'share')).toEqual([12.5, 7, 33, 40.1]);
    expect(numbers(text, 'price')).toEqual([1200.5, 80, 9.5, 2000]);
    expect(numbers(text, 'height')).toEqual([170, 181, 165, 190]);
    expect(['share', 'price', 'height'].map((name) => column(text, name).unit)).toEqual(['%', '$', 'cm']);
    expect(pointsOf(readText(text)).counts.used).toBe(4);
  });

  test('yen, euros behind the number, and a minus before the sign', () => {
    const text = '価格,残高,円\n"¥1,200","-€3.50","1,980円"\n¥80,€2,98円\n¥7,-€1,5円\n';
    expect(numbers(text, '価格')).toEqual([1200, 80, 7]);
    expect(numbers(text, '残高')).toEqual([-3.5, 2, -1]);
    expect(numbers(text, '円')).toEqual([1980, 98, 5]);
  });

  test('two units in one column are never mixed: the others are named as no numbers', () => {
    const text = `w,x,kind\n${['5 kg', '6 kg', '700 g', '8 kg', '9 kg', '4 kg'].map((w, i) => `${w},${i},${i % 2 ? 'a' : 'b'}`).join('\n')}\n`;
    const { odd, unit, numbers: values } = column(text, 'w');
    expect(unit).toBe('kg');
    expect(odd.first.map(({ found }) => found)).toEqual(['700 g']);
    expect(values![2]).toBeNaN();
  });

  test('what merely begins with a digit is a text', () => {
    const text = 'x,y,form\n1,2,3a\n2,3,3b\n3,1,3a\n4,5,4c\n';
    expect(column(text, 'form').numbers).toBeNull();
    expect(pointsOf(readText(text)).data.classNames).toEqual(['3a', '3b', '4c']);
  });
});

describe('tables as they come', () => {
  test('units in the headings, dates, truth as labels, an index without a heading', () => {
    const text =
      ',date,Temp (°C),Humidity (%),rain\n0,2024-05-01,12.1,80,True\n1,2024-05-02,14.2,60,false\n2,2024-05-03,11.0,90,TRUE\n3,2024-05-04,19.9,40,False\n';
    const read = readText(text);
    expect(rolesOf(read)).toEqual({ x: 'Temp (°C)', y: 'Humidity (%)', more: [], label: 'rain' });
    expect(pointsOf(read).data.classNames).toEqual(['FALSE', 'TRUE']);
    expect(pointsOf(read).data.points.xs).toHaveLength(4);
    expect(rolesOf(readText(text.replace(/^/, 'Unnamed: 0')))).toEqual(rolesOf(read));
  });

  test('the label first, quoted line ends, a mark at the beginning, empty columns at the end', () => {
    const text =
      '\ufeffanimal,"length\n(cm)",weight,,\ncat,"46",4.5,,\ndog,60,"20",,\ncat,44,4,,\ndog,71,30,,\n,,,,\n';
    const read = readText(text);
    expect(read.table.names).toEqual(['animal', 'length\n(cm)', 'weight']);
    expect(rolesOf(read)).toMatchObject({ y: 'weight', label: 'animal' });
    expect(pointsOf(read)).toMatchObject({ counts: { used: 4 }, data: { classNames: ['cat', 'dog'] } });
  });

  test('headings that come twice, and a heading of two lines', () => {
    const twice = readText('x,x,class\n1,5,a\n2,6,b\n3,8,a\n');
    expect(twice.choice.roles).toEqual(['x', 'y', 'label']);
    expect([...twice.columns[1]!.numbers!]).toEqual([5, 6, 8]);
    const two = readText(
      'Sepal,,Petal,,\nlength,width,length,width,species\n5,3,1,0.2,s\n6,3,4,1.3,v\n5,4,1,0.1,s\n6,2,5,1.8,v\n',
    );
    expect(two.table.names).toEqual(['length', 'width', 'length', 'width', 'species']);
    expect(pointsOf(two).data.classNames).toEqual(['s', 'v']);
    const units = readText(`length,width,species\n(cm),(cm),\n${'5,3,s\n6,2,v\n'.repeat(4)}`);
    expect(pointsOf(units).counts).toMatchObject({ used: 8, gaps: 1 });
  });

  test.each(['Total', 'Summe', '合計', 'Average:'])('a last line of %s is left out, and said', (word) => {
    const read = readText(`class,height,width\na,1,2\nb,3,1\na,2,4\nb,5,5\n${word},11,12\n`);
    expect(read.table.below).toEqual([`${word} 11 12`]);
    expect(pointsOf(read).data.classNames).toEqual(['a', 'b']);
    expect(pointsOf(read).counts.all).toBe(4);
  });

  test('a class that is called total is a class', () => {
    const read = readText('class,height,width\ntotal,1,2\nb,3,1\nb,2,4\ntotal,5,5\n');
    expect(read.table.below).toEqual([]);
    expect(pointsOf(read).data.classNames).toEqual(['b', 'total']);
  });
});

describe('one input alone', () => {
  test('hours and whether it was enough: points on a line', () => {
    const read = readText('hours,passed\n1,no\n2,no\n3,yes\n4,yes\n5,yes\n');
    expect(rolesOf(read)).toEqual({ x: 'hours', y: undefined, more: [], label: 'passed' });
    const { data } = pointsOf(read);
    expect(data.single).toBe(true);
    expect([...data.points.xs]).toEqual([-5, -2.5, 0, 2.5, 5]);
    expect(new Set(data.points.ys)).toEqual(new Set([0]));
  });

  test('y as a value of x', () => {
    const read = readText('x,y\n1,2.5\n2,4.5\n3,6.25\n4,8\n5,11\n6,12\n7,13\n8,15.5\n');
    expect(rolesOf(read)).toEqual({ x: 'x', y: undefined, more: [], label: 'y' });
    expect(pointsOf(read).data.points.task).toBe('regression');
  });

  test('two columns without headings are asked about, and one choice is enough', () => {
    const text = '1,2\n2,3\n3,1\n4,4\n5,2\n6,1\n7,7\n';
    const read = readText(text);
    expect(faultOf(read)).toMatchObject({ code: 'too-few-columns' });
    const choice = withRole(read.choice, read.columns, 1, 'label');
    expect(pointsOf(readText(text, { choice })).data).toMatchObject({ single: true });
  });

  test('too few rows are left after gaps: it is said, and filling them is enough', () => {
    const read = readText('x,y,label\n1,2,A\nNA,1,B\n3,4,A\n4,3,B\n');
    expect(read.points).toMatchObject({
      ok: false,
      fault: { code: 'too-few-rows', found: '3' },
      because: { code: 'missing-value', line: 3, column: 1 },
      gaps: 1,
    });
    const filled = readText('x,y,label\n1,2,A\nNA,1,B\n3,4,A\n4,3,B\n', {
      choice: { ...read.choice, gaps: 'fill' },
    });
    expect(pointsOf(filled).counts).toMatchObject({ used: 4, filled: 1 });
  });
});

describe('OpenDocument', () => {
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value} shown</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const row = (...cells: (string | number)[]) =>
    `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
  const sheet = (name: string, rows: string) => `<table:table table:name="${name}">${rows}</table:table>`;
  const book = (body: string) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
      ),
    });

  test('is read like a workbook: numbers by their value, repeated cells and rows, remarks left out', async () => {
    const rows =
      row('高さ', '幅', '種類') +
      row(1.5, 2, '犬') +
      `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="3" table:number-columns-repeated="2"/><table:table-cell><office:annotation><text:p>look</text:p></office:annotation><text:p>鳥<text:s text:c="2"/>A</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>` +
      row(4, 5, '犬') +
      '<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const bytes = book(sheet('empty', '') + sheet('data', rows));
    const reading = await readFile(new File([bytes], 'animals.ods'));
    if (!reading.ok || reading.source.kind !== 'workbook') throw new Error('not read');
    expect(reading.source.book.sheets).toEqual(['empty', 'data']);
    expect(reading.source.sheet).toBe(1);
    expect(reading.source.book.rows(1)).toEqual([
      { line: 1, cells: ['高さ', '幅', '種類'] },
      { line: 2, cells: ['1.5', '2', '犬'] },
      { line: 3, cells: ['3', '3', '鳥  A'] },
      { line: 4, cells: ['3', '3', '鳥  A'] },
      { line: 5, cells: ['4', '5', '犬'] },
    ]);
  });

  test('cut off anywhere, it is read or refused', () => {
    const bytes = book(sheet('data', row('x', 'y', 'k') + row(1, 2, 'a') + row(3, 4, 'b')));
    for (let end = 0; end < bytes.length; end += 23) {
      try {
        openDocument(bytes.slice(0, end)).rows(0);
      } catch (error) {
        expect(error).toBeInstanceOf(WorkbookError);
      }
    }
  });

  test('a million equal rows are cut where tables are', () => {
    const rows = `<table:table-row table:number-rows-repeated="1000000">${cell(1)}${cell('a')}</table:table-row>`;
    expect(openDocument(book(sheet('many', rows))).rows(0).length).toBeLessThanOrEqual(100_001);
  });
});
