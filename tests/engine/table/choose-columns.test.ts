import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_ROLES, type ColumnChoice, canHaveRole, withRole } from '@/engine/table/choose-columns';
import { pointsOfTable } from '@/engine/table/to-points';
import { IRIS_SEABORN, TITANIC } from '@/tests/field/known-tables';
import { readText, rolesOf } from '@/tests/field/read-text';

describe('choosing columns', () => {
  const { table, columns, choice } = readText(IRIS_SEABORN);

  test('a role that another column had changes places with it', () => {
    const swapped = withRole(choice, columns, 2, 'x');
    expect(swapped.roles).toEqual(['more', 'y', 'x', 'more', 'label']);
    expect(withRole(swapped, columns, 0, 'none').roles).toEqual(['none', 'y', 'x', 'more', 'label']);
    // Three texts cannot lie along an axis: a further input steps up.
    expect(withRole(choice, columns, 0, 'label').roles).toEqual(['label', 'y', 'x', 'more', 'none']);
    expect(withRole(choice, columns, 0, 'none').roles).toEqual(['none', 'y', 'x', 'more', 'label']);
  });

  test('what is to be learnt decides whether it is classes or values', () => {
    const values = withRole(choice, columns, 3, 'label');
    expect(values.learns).toBe('values');
    expect(withRole(values, columns, 4, 'label').learns).toBe('classes');
  });

  test('whatever is chosen, each role is one column’s, and there is an answer', () => {
    const titanic = readText(TITANIC);
    const change = fc.tuple(fc.nat(titanic.columns.length - 1), fc.constantFrom(...COLUMN_ROLES));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.constantFrom('leave-out', 'fill'),
        (changes, gaps) => {
          let chosen: ColumnChoice = { ...titanic.choice, gaps };
          for (const [column, role] of changes) {
            if (!canHaveRole(titanic.columns[column]!, role)) continue;
            chosen = withRole(chosen, titanic.columns, column, role);
          }
          chosen.roles.forEach((role, i) => {
            expect(canHaveRole(titanic.columns[i]!, role)).toBe(true);
          });
          for (const role of ['x', 'y', 'label']) {
            expect(chosen.roles.filter((each) => each === role).length).toBeLessThanOrEqual(1);
          }
          const points = pointsOfTable(titanic.table, titanic.columns, chosen);
          if (!points.ok) return;
          const { xs, ys, more } = points.data.points;
          for (const value of [...xs, ...ys, ...(more?.values ?? [])])
            expect(Number.isFinite(value)).toBe(true);
          expect(points.counts.used + points.counts.gaps).toBe(12);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('columns that only count or name rows are proposed for nothing', () => {
    for (const heading of ['id', 'Id', 'No.', '出席番号', 'PassengerId', '#', '']) {
      const read = readText(`${heading},a,b,kind\n1,5,3,A\n2,2,4,B\n3,7,1,A\n4,1,1,B\n`);
      expect(rolesOf(read), heading).toMatchObject({ x: 'a', y: 'b', more: [], label: 'kind' });
    }
    expect(table.names).toHaveLength(5);
  });
});
