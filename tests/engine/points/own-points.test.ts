import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOwnPoints,
  OWN_POINTS,
  type OwnPoints,
  ownPointsFromDrawing,
  parseOwnPoints,
} from '@/engine/points/own-points';

function parsed(text: string, task?: 'classification' | 'regression'): OwnPoints {
  const result = parseOwnPoints(text, task);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.data;
}

function fault(text: string, task?: 'classification' | 'regression') {
  const result = parseOwnPoints(text, task);
  return result.ok ? null : result.fault;
}

const GOOD = '0,0,a\n10,0,b\n0,20,a\n10,20,b\n';

describe('own data that is good', () => {
  test('is scaled to the plane, with classes named', () => {
    const { points, classNames, columnNames } = parsed(GOOD);
    expect([...points.xs]).toEqual([-5, 5, -5, 5]);
    expect([...points.ys]).toEqual([-5, -5, 5, 5]);
    expect([...points.labels]).toEqual([0, 1, 0, 1]);
    expect(classNames).toEqual(['a', 'b']);
    expect(columnNames).toBeNull();
  });

  test('may have a header, in any order of columns', () => {
    const moved = parsed(`id,label,y,x\n${['1,a,0,0', '2,b,0,10', '3,a,20,0', '4,b,20,10'].join('\n')}`);
    expect(moved.points).toEqual(parsed(GOOD).points);
    expect(moved.columnNames).toEqual(['x', 'y', 'label']);
    expect(parsed(`height,weight,kind\n${GOOD}`).points).toEqual(parsed(GOOD).points);
  });

  test('may come from a spreadsheet: mark, quotes, tabs, decimal commas, full-width digits, Windows lines', () => {
    const sheet = '\uFEFFx;y;label\r\n0,0;0;"a"\r\n10,0;0;b\r\n\r\n0;２０;a\r\n10;20;b\r\n';
    expect(parsed(sheet).points).toEqual(parsed(GOOD).points);
    expect(parsed(GOOD.replaceAll(',', '\t')).points).toEqual(parsed(GOOD).points);
    expect(parsed('0,0,"say ""x"", y"\n1,1,b\n2,2,b\n3,3,b').classNames).toEqual(['b', 'say "x", y']);
  });

  test('numbers as labels are classes in order of size, or values when there are many', () => {
    expect(parsed('1,1,10\n1,2,9\n2,1,9\n2,2,10').classNames).toEqual(['9', '10']);
    const many = Array.from({ length: 20 }, (_, i) => `${i},${i * i},${i}`).join('\n');
    const { points } = parsed(many);
    expect(points.task).toBe('regression');
    expect(points.labels[0]).toBe(-1);
    expect(points.labels[19]).toBe(1);
  });

  test('a column that is everywhere the same lies in the middle', () => {
    expect([...parsed('3,0,a\n3,1,b\n3,2,a\n3,3,b').points.xs]).toEqual([0, 0, 0, 0]);
  });

  test('goes out as CSV and comes back the same', () => {
    for (const text of [GOOD, 'x,y,label\n1.5,2,"a,b"\n-3,1e3,c\n2,2,c\n0,0,"q""q"']) {
      const first = parsed(text);
      const second = parsed(formatOwnPoints(first));
      expect(second.classNames).toEqual(first.classNames);
      expect([...second.points.labels]).toEqual([...first.points.labels]);
      second.points.xs.forEach((x, i) => {
        expect(x).toBeCloseTo(first.points.xs[i]!, 6);
      });
    }
  });
});

describe('own data that is bad', () => {
  test.each([
    ['', 'empty', null, null],
    ['\n \n\n', 'empty', null, null],
    ['1,2,a\n2,3,b', 'too-few-rows', null, null],
    [`${GOOD}1,2\n`, 'too-few-columns', 5, null],
    [`${GOOD},2,a\n`, 'missing-value', 5, 1],
    [`${GOOD}1,2,\n`, 'missing-value', 5, 3],
    [`${GOOD}1,two,a\n`, 'not-a-number', 5, 2],
    [`${GOOD}NaN,2,a\n`, 'not-a-number', 5, 1],
    [`nan,2,a\n${GOOD}`, 'not-a-number', 1, 1],
    [`${GOOD}1,0x10,a\n`, 'not-a-number', 5, 2],
    [`${GOOD}1e300,2,a\n`, 'number-too-large', 5, 1],
    [`${GOOD}-1e999,2,a\n`, 'number-too-large', 5, 1],
    ['1,1,a\n1,2,a\n2,1,a\n2,2,a', 'one-class', null, 3],
    ['1,1,a\n1,2,b\n2,1,c\n2,2,d\n3,3,e\n4,4,f\n5,5,g', 'too-many-classes', null, 3],
    ['just some words', 'too-few-rows', null, null],
    [`{"x":1}\n{"x":2}\n{"x":3}\n{"x":4}\n{"x":5}`, 'too-few-columns', 2, null],
  ])('%j is %s', (text, code, line, column) => {
    expect(fault(text)).toMatchObject({ code, line, column });
  });

  test('regression needs values, and different ones', () => {
    expect(fault(GOOD, 'regression')).toMatchObject({ code: 'not-a-number', line: 1, column: 3 });
    expect(fault('1,1,7\n1,2,7\n2,1,7\n2,2,7', 'regression')).toMatchObject({ code: 'one-value' });
  });

  test('too much is refused before it is read', () => {
    expect(fault('1,1,a\n'.repeat(OWN_POINTS.rows + 1))).toMatchObject({ code: 'too-many-rows' });
    expect(fault('x'.repeat(OWN_POINTS.characters + 1))).toMatchObject({ code: 'too-large' });
    expect(fault(`x,y,label\n${'1,1,a\n2,2,b\n'.repeat(OWN_POINTS.rows / 2)}`)).toBeNull();
  });

  test('whatever is pasted, there is an answer and never a point that is no number', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.double().map(String),
      fc.constantFrom('"', ',', '\n', ';', '1e12', ''),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 60 }),
        fc.constantFrom(',', ';', '\t', '\n'),
        (cells, between) => {
          const result = parseOwnPoints(cells.join(between));
          if (!result.ok) return;
          for (const list of [result.data.points.xs, result.data.points.ys, result.data.points.labels]) {
            for (const value of list) expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('drawn points', () => {
  test('need two classes and four points; stay on the plane', () => {
    const at = (x: number, label: number) => ({ x, y: 0, label });
    expect(ownPointsFromDrawing([at(0, 0), at(1, 1)], 2)).toMatchObject({ fault: { code: 'too-few-rows' } });
    expect(
      ownPointsFromDrawing(
        [1, 2, 3, 4].map((x) => at(x, 1)),
        2,
      ),
    ).toMatchObject({ fault: { code: 'one-class' } });
    const drawn = ownPointsFromDrawing(
      [1, 2, 3, 40].map((x) => at(x, x % 2)),
      2,
    );
    if (!drawn.ok) throw new Error(drawn.fault.code);
    expect([...drawn.data.points.xs]).toEqual([1, 2, 3, 6]);
  });
});
