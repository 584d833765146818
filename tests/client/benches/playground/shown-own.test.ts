import { describe, expect, test } from 'vitest';
import { openNames, openPoints, shownOwn } from '@/client/benches/playground/model/shown-own';
import { OWN_POINTS, type OwnPoints, ownPointsFromDrawing } from '@/engine/points/own-points';
import { PLANE } from '@/engine/points/point-set';
import type { Work } from '@/protocol/bench-work';
import { WORK, withoutTyped } from '@/protocol/sight-bounds';
import { IRIS_SEABORN } from '@/tests/field/known-tables';
import { pointsOf, readText } from '@/tests/field/read-text';

function worksOf(own: OwnPoints): Work[] {
  return [
    { name: 'own-points', text: JSON.stringify(openPoints(own)) },
    { name: 'own-names', text: JSON.stringify(openNames(own)) },
  ];
}

/** Points along the edge of the plane, class after class. */
function drawn(count: number): OwnPoints {
  const points = Array.from({ length: count }, (_, i) => ({
    x: i % 2 === 0 ? PLANE : -PLANE,
    y: (2 * PLANE * i) / (count - 1) - PLANE,
    label: i % 3,
  }));
  const parsed = ownPointsFromDrawing(points, 3);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  return parsed.data;
}

const VALUES = 'width,height,price\n1,2,1\n2,1,2\n-1,0,3\n3,3,4\n4,4,5\n0,1,6\n2,2,7\n';

describe('own points that somebody looks at', () => {
  test.each([
    ['drawn', drawn(60)],
    ['a table of values', pointsOf(readText(VALUES)).data],
    ['four inputs', pointsOf(readText(IRIS_SEABORN)).data],
  ])('%s are those of the other, with their names', (_, own) => {
    const shown = shownOwn(worksOf(own))!;
    expect(shown.of).toBe(own.points.xs.length);
    const { points: _drawn, single: _ofTheTable, ...facts } = own;
    expect(shown.own).toMatchObject(facts);
    for (const side of ['xs', 'ys', 'labels'] as const)
      shown.own.points[side].forEach((value, i) => {
        expect(value).toBeCloseTo(own.points[side][i]!, 3);
      });
    shown.own.points.more?.values.forEach((value, i) => {
      expect(value).toBeCloseTo(own.points.more!.values[i]!, 3);
    });
  });

  test('bear no name of a table where everybody sees them', () => {
    const works = withoutTyped({ works: worksOf(pointsOf(readText(IRIS_SEABORN)).data) }).works;
    const { own } = shownOwn(works)!;
    expect(own.classNames).toEqual(['0', '1', '2']);
    expect(own.columnNames).toBeNull();
    expect(own.more.map(({ name }) => name)).toEqual(['', '']);
  });

  test('are an even share of a set that is too large to travel', () => {
    const works = worksOf(drawn(OWN_POINTS.rows));
    for (const { text } of works) expect(text.length).toBeLessThan(WORK.characters);
    const { own, of } = shownOwn(works)!;
    expect(of).toBe(OWN_POINTS.rows);
    expect(own.points.xs.length).toBeGreaterThan(500);
    expect(own.points.ys.at(-1)).toBeGreaterThan(PLANE - 0.1);
    expect(new Set(own.points.labels)).toEqual(new Set([0, 1, 2]));
  });
});
