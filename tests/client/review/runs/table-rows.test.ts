import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupRuns } from '@/client/review/runs/group-runs';
import { fieldOf, usualColumns } from '@/client/review/runs/run-fields';
import { FIRST_VIEW, type RunsView } from '@/client/review/runs/runs-view';
import { foundRuns, sortedRuns, tableRows } from '@/client/review/runs/table-rows';
import { splitSettings, variedSettings } from '@/client/review/settings';
import { EXPERIMENT } from '@/people/sample-run';
import { aResult, idOf, rowsOf } from './sample-rows';

const share = (value: number | null) => ({ accuracy: { value, measured: 'validation' as const } });
const RUNS = rowsOf([
  aResult(1, { ...share(0.5) }, { learningRate: 0.1 }),
  aResult(2, { ...share(0.9), studentId: 'b' }, { learningRate: 0.5 }),
  aResult(3, { ...share(null), state: 'diverged' }, { learningRate: 0.5 }),
  aResult(4, { ...share(0.7) }, { learningRate: 0.1, optimizer: 'adam' }),
]);
const WORDS = {
  value: (run: (typeof RUNS)[number], id: Parameters<typeof fieldOf>[1]) => String(fieldOf(run, id)),
  searched: (run: (typeof RUNS)[number]) => String(fieldOf(run, 'optimizer')),
};
const shown = (some: Partial<RunsView>) => {
  const view = { ...FIRST_VIEW, ...some };
  return sortedRuns(foundRuns(RUNS, view, WORDS), view.sort, WORDS, 'en');
};
const numbersOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => Number.parseInt(id, 16));

describe('the rows of the table of runs', () => {
  test('are counted by student and timed from the first run of the class', () => {
    expect(RUNS.map(({ number, minute }) => [number, minute])).toEqual([
      [1, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('are filtered by numbers in the unit that people say, and by words; what is not known passes nothing', () => {
    expect(numbersOf(shown({ filters: { accuracy: { kind: 'range', from: 50, to: 80 } } }).rest)).toEqual([
      4, 1,
    ]);
    expect(numbersOf(shown({ filters: { accuracy: { kind: 'range', from: 0, to: null } } }).rest)).toEqual([
      4, 2, 1,
    ]);
    expect(
      numbersOf(shown({ filters: { accuracy: { kind: 'range', from: null, to: null } } }).rest),
    ).toHaveLength(4);
    expect(numbersOf(shown({ filters: { state: { kind: 'among', values: ['diverged'] } } }).rest)).toEqual([
      3,
    ]);
    expect(
      numbersOf(shown({ filters: { learningRate: { kind: 'range', from: 0.2, to: null } } }).rest),
    ).toEqual([3, 2]);
    expect(numbersOf(shown({ search: 'adam' }).rest)).toEqual([4]);
  });

  test('are sorted by any column, what is not known last', () => {
    const sort = { column: 'accuracy', direction: 'ascending' } as const;
    expect(numbersOf(shown({ sort }).rest)).toEqual([1, 4, 2, 3]);
    expect(numbersOf(shown({ sort: { ...sort, direction: 'descending' } }).rest)).toEqual([2, 4, 1, 3]);
  });

  test('keep what is pinned at the top, whatever is filtered, and show it once', () => {
    const view = { pinned: [idOf(3)], search: 'adam' };
    const { pinned, rest } = shown(view);
    expect([numbersOf(pinned), numbersOf(rest)]).toEqual([[3], [4]]);
    const rows = tableRows({ pinned, rest }, { group: 'student' }, new Set());
    expect(rows.map(({ run, group }) => run?.id ?? group!.key)).toEqual([idOf(3), 'a', idOf(4)]);
  });

  test('stand in groups with their best and their median; of a folded one the head alone', () => {
    const { rest } = shown({});
    const groups = groupRuns(rest, 'learningRate');
    expect(groups.map(({ key, runs, best, median }) => [key, numbersOf(runs), best, median])).toEqual([
      ['0.1', [4, 1], 70, 60],
      ['0.5', [3, 2], 90, 90],
    ]);
    const rows = tableRows({ pinned: [], rest }, { group: 'learningRate' }, new Set(['0.1']));
    expect(rows.map(({ run }) => run && Number.parseInt(run.id, 16))).toEqual([null, null, 3, 2]);
  });

  test('every run is in exactly one group', () => {
    const some = fc.array(fc.record({ student: fc.constantFrom('a', 'b', 'c'), seed: fc.nat(3) }));
    fc.assert(
      fc.property(some, fc.constantFrom('student' as const, 'seed' as const), (list, by) => {
        const rows = rowsOf(list.map(({ student, seed }, i) => aResult(i, { studentId: student }, { seed })));
        const grouped = groupRuns(rows, by);
        expect(grouped.flatMap(({ runs }) => numbersOf(runs)).sort((a, b) => a - b)).toEqual(numbersOf(rows));
        for (const { key, runs } of grouped)
          for (const run of runs) expect(String(fieldOf(run, by))).toBe(key);
      }),
    );
  });
});

describe('the settings of the runs that are shown', () => {
  test('are columns where they differ, and folded away where they agree', () => {
    const { differing, agreeing } = splitSettings(RUNS.map(({ experiment }) => experiment));
    expect(differing).toEqual(['optimizer', 'learningRate']);
    expect(agreeing).toContain('batchSize');
    const first = ['student', 'accuracy', 'verified'];
    expect(usualColumns(differing).slice(0, 5)).toEqual([...first, 'optimizer', 'learningRate']);
    expect(usualColumns(['seed', 'l2']).slice(0, 5)).toEqual([...first, 'l2', 'time']);
    expect(usualColumns(['seed', 'l2']).at(-1)).toBe('seed');
    expect(splitSettings([])).toEqual({ differing: [], agreeing: [] });
  });

  test('a linear network has no activation in which it could differ', () => {
    const other = { ...EXPERIMENT, network: { ...EXPERIMENT.network, activation: 'tanh' as const } };
    expect(splitSettings([EXPERIMENT, other]).differing).toEqual([]);
    const deep = {
      ...EXPERIMENT,
      network: { kind: 'dense' as const, hidden: [4], activation: 'relu' as const },
    };
    expect(splitSettings([EXPERIMENT, deep]).differing).toEqual(['network', 'activation']);
    expect(variedSettings([EXPERIMENT, deep])).toEqual(['network']);
  });
});
