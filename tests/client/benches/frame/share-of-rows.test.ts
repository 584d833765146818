import { expect, test } from 'vitest';
import { shareOfRows } from '@/client/benches/frame/share-of-rows';
import { openPoints } from '@/client/benches/playground/model/shown-own';
import type { OwnPoints } from '@/engine/points/own-points';

function table(rows: number, further: number): OwnPoints {
  const column = () => Float64Array.from({ length: rows }, (_, i) => Math.sin(i));
  const more = Array.from({ length: further }, (_, i) => ({ name: String(i), centre: 0, scale: 1 }));
  const values = Float64Array.from({ length: rows * further }, (_, i) => Math.cos(i));
  return {
    points: {
      ...{ task: 'classification', classes: 2, xs: column(), ys: column() },
      labels: Float64Array.from({ length: rows }, (_, i) => i % 2),
      ...(further > 0 && { more: { inputs: further, values } }),
    },
    ...{ classNames: ['0', '1'], columnNames: null, value: null, more },
    ...{ x: { centre: 0, scale: 1 }, y: { centre: 0, scale: 1 } },
  };
}
const works = (value: unknown) => [{ name: 'own-points', text: JSON.stringify(value) }];

test.each([0, 1, 4])('of a large table is said how many rows travel, with %i further columns', (further) => {
  for (const rows of [5_000, 751, 1_234]) {
    const open = openPoints(table(rows, further));
    const travelling = Buffer.from(open.numbers, 'base64').length / 2 / (3 + further);
    expect(travelling).toBeLessThan(rows);
    expect(shareOfRows(works(open))).toEqual({ some: travelling, of: rows });
  }
});

test('nothing is said of a table that is whole, of none, and of what is damaged', () => {
  expect(shareOfRows(works(openPoints(table(300, 2))))).toBeNull();
  expect(shareOfRows([])).toBeNull();
  expect(shareOfRows(works(null))).toBeNull();
  expect(shareOfRows(works({ of: 9_000, more: -1, numbers: 'a' }))).toBeNull();
  expect(shareOfRows([{ name: 'own-points', text: '{' }])).toBeNull();
});
