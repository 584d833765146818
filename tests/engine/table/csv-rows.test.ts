import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows, type SEPARATORS } from '@/engine/table/csv-rows';

const cells = (text: string, separator: (typeof SEPARATORS)[number] = 'comma') =>
  csvRows(text, separator, 1000).map((row) => row.cells);

describe('rows of CSV', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    ['a,,b,\n', [['a', '', 'b', '']]],
    ['"a,b",c', [['a,b', 'c']]],
    ['"say ""x""", c', [['say "x"', 'c']]],
    [
      '"two\r\nlines",c\nd,e',
      [
        ['two\nlines', 'c'],
        ['d', 'e'],
      ],
    ],
    [' "a" ,b', [['a', 'b']]],
    [
      '5" pipe,b\nc,d',
      [
        ['5" pipe', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"never closed,b\nc,d',
      [
        ['"never closed', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a"b,c', [['"a"b', 'c']]],
    ['\n\n , \na,b\n\n', [['a', 'b']]],
    ['""', []],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('blanks separate however many there are, and not at the ends', () => {
    expect(cells('  1   2\tA  \n3 4 "B C"', 'blanks')).toEqual([
      ['1', '2', 'A'],
      ['3', '4', 'B C'],
    ]);
  });

  test('each row knows its line, also after line ends within quotes', () => {
    expect(csvRows('a,b\n\n"x\ny",c\nd,e', 'comma', 10).map((row) => row.line)).toEqual([1, 3, 5]);
  });

  test('stops where enough is read', () => {
    expect(csvRows('a,b\n'.repeat(100), 'comma', 7)).toHaveLength(7);
  });

  test('what is quoted comes back, with every separator and line end', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/\r\n?/g, '\n').trim());
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(['comma', ','], ['semicolon', ';'], ['tab', '\t'], ['bar', '|']),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, [separator, sign], end) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(sign))
            .join(end);
          const filled = rows.filter((row) => row.some((each) => each !== ''));
          expect(cells(text, separator as 'comma')).toEqual(filled);
        },
      ),
    );
  });

  test('a quote on every line costs no more than the text is long', () => {
    const text = '"'.repeat(3).concat('a\n').repeat(20_000);
    expect(csvRows(text, 'comma', 100_000).length).toBeGreaterThan(0);
  });
});
