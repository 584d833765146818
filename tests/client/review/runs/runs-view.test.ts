import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from '@/client/review/runs/filters';
import { FIELD_IDS, type FieldId, GROUP_IDS, isNumberField } from '@/client/review/runs/run-fields';
import { addressOfView, FIRST_VIEW, hasWords, viewOfAddress } from '@/client/review/runs/runs-view';
import { bestRuns } from '@/protocol/best-runs';
import { addRunsPath, comparePath, MOST_COMPARED, runsOfAddress } from '@/protocol/compare-runs';
import { aResult, idOf } from './sample-rows';

const RUNS = [idOf(1), idOf(2), idOf(3)];
const WORDS = new Set(['a', 'b', 'dense-64-32']);
const read = (query: string) =>
  viewOfAddress(new URLSearchParams(query), { runs: new Set(RUNS), words: () => WORDS });

const end = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value + 0));
const range = fc
  .tuple(end, end)
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]): Filter => {
    if (from !== null && to !== null)
      return { kind: 'range', from: Math.min(from, to), to: Math.max(from, to) };
    return { kind: 'range', from, to };
  });
const among = fc
  .uniqueArray(fc.constantFrom(...WORDS), { minLength: 1 })
  .map((values): Filter => ({ kind: 'among', values }));
const filters = fc
  .uniqueArray(fc.constantFrom(...FIELD_IDS))
  .chain((ids) =>
    fc
      .tuple(...ids.map((id) => (isNumberField(id) ? range : among)))
      .map((some) => Object.fromEntries(ids.map((id, index) => [id, some[index]!]))),
  );

describe('how the table of runs is looked at', () => {
  test('a link shows the same again, and nothing in it is broken', () => {
    fc.assert(
      fc.property(
        fc.record({
          sort: fc.record({
            column: fc.constantFrom(...FIELD_IDS),
            direction: fc.constantFrom('ascending' as const, 'descending' as const),
          }),
          search: fc.string({ maxLength: 50, unit: 'grapheme' }).map((text) => text.trim()),
          filters,
          columns: fc.option(fc.uniqueArray(fc.constantFrom<FieldId>(...FIELD_IDS), { minLength: 1 })),
          group: fc.option(fc.constantFrom(...GROUP_IDS)),
          pinned: fc.uniqueArray(fc.constantFrom(...RUNS)),
          beside: fc.uniqueArray(fc.constantFrom(idOf(7), idOf(8), idOf(9))),
        }),
        (wanted) => {
          expect(read(addressOfView(wanted))).toEqual({
            view: { ...wanted, search: wanted.search.slice(0, 100) },
            broken: [],
          });
        },
      ),
    );
    expect(addressOfView(FIRST_VIEW)).toBe('');
  });

  test.each([
    ['sort=nothing&order=up', ['sort']],
    ['student=deleted', ['student']],
    ['accuracy=many', ['accuracy']],
    ['accuracy=..', ['accuracy']],
    ['accuracy=90..80', ['accuracy']],
    ['learningRate=1e999..', ['learningRate']],
    ['columns=nothing,,', ['columns']],
    ['group=accuracy', ['group']],
    [`pinned=${idOf(9)}`, ['pinned']],
    ['colour=red', ['colour']],
    ['sort=&student=&search=', ['sort', 'student']],
    [`search=${'x'.repeat(5000)}`, []],
    ['%E0%A4%A', ['\ufffd%A']],
  ])(
    'what a broken link asks for and is not there counts for nothing, and is named: %.40s',
    (query, named) => {
      const { view, broken } = read(query);
      expect({ ...view, search: '' }).toEqual(FIRST_VIEW);
      expect(view.search.length).toBeLessThanOrEqual(100);
      expect(broken).toEqual(named);
    },
  );

  test('what is whole in a broken link is shown', () => {
    const { view, broken } = read(
      `student=a,deleted&accuracy=90..&columns=student,mood,time&pinned=${idOf(2)},x`,
    );
    expect(view).toMatchObject({
      filters: {
        student: { kind: 'among', values: ['a'] },
        accuracy: { kind: 'range', from: 90, to: null },
      },
      columns: ['student', 'time'],
      pinned: [idOf(2)],
    });
    expect(broken).toEqual(['student', 'columns', 'pinned']);
  });

  test('runs of other classes come along once each; what is none, or is one of this class, is named', () => {
    const others = [idOf(7), idOf(8)];
    expect(read(`with=${others.join()}`)).toEqual({ view: { ...FIRST_VIEW, beside: others }, broken: [] });
    expect(read(`with=${[...others, RUNS[0], 'x'].join()}`)).toEqual({
      view: { ...FIRST_VIEW, beside: others },
      broken: ['with'],
    });
    expect(addRunsPath('/review', [])).toBe('/review');
    expect(addRunsPath('/review/a', others)).toBe(
      `/review/a?${addressOfView({ ...FIRST_VIEW, beside: others })}`,
    );
  });

  test('a filter that is just being set stands in no link', () => {
    const open: Filter = { kind: 'range', from: null, to: null };
    expect(addressOfView({ ...FIRST_VIEW, filters: { time: open } })).toBe('');
  });

  test('a search finds words in any order and case, wide letters too', () => {
    expect(hasWords('Mia Dense 64, ReLU Adam 0.001', 'relu mia')).toBe(true);
    expect(hasWords('Mia Dense 64', 'ｄｅｎｓｅ ６４')).toBe(true);
    expect(hasWords('Mia Dense 64', 'dense 128')).toBe(false);
    expect(hasWords('Mia', '  ')).toBe(true);
  });
});

describe('runs that are compared', () => {
  test('an address gives them back, each once, what is none left out, and no more than fit', () => {
    const ids = Array.from({ length: 70 }, (_, index) => idOf(index));
    expect(runsOfAddress(new URL(comparePath(ids), 'http://x').searchParams.get('runs')!)).toEqual(
      ids.slice(0, MOST_COMPARED),
    );
    expect(runsOfAddress([`${ids[1]},x,,${ids[1]}`, ids[2]!])).toEqual([ids[1], ids[2]]);
    expect(runsOfAddress(undefined)).toEqual([]);
  });

  test('the best of each student: as the server verified it, else as it was measured; none of who has none', () => {
    const run = (
      index: number,
      studentId: string,
      value: number | null,
      verifiedAccuracy: number | null = null,
    ) => aResult(index, { studentId, accuracy: { value, measured: 'validation' }, verifiedAccuracy });
    const runs = [
      run(1, 'a', 0.5),
      run(2, 'a', 0.9),
      run(3, 'b', 0.2, 0.95),
      run(4, 'b', 0.94),
      run(5, 'c', null),
    ];
    expect(bestRuns(runs).map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
  });
});
