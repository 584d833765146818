import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestRuns } from '@/client/review/best-runs';
import { reviewRun } from '@/client/review/review-rows';
import { addressOfView, FIRST_VIEW, hasWords, viewOfAddress } from '@/client/review/runs-view';
import { EXPERIMENT, point } from '@/people/sample-run';
import { comparePath, MOST_COMPARED, runsOfAddress } from '@/protocol/compare-runs';

const COLUMNS = ['student', 'accuracy', 'started'];
const STUDENTS = ['a', 'b'];
const view = (query: string) => viewOfAddress(new URLSearchParams(query), COLUMNS, STUDENTS);
const idOf = (index: number) => index.toString(16).padStart(32, '0');

describe('how the table of runs is looked at', () => {
  test('a link shows the same again', () => {
    fc.assert(
      fc.property(
        fc.record({
          sort: fc.record({
            column: fc.constantFrom(...COLUMNS),
            direction: fc.constantFrom('ascending' as const, 'descending' as const),
          }),
          student: fc.constantFrom(null, ...STUDENTS),
          search: fc.string({ maxLength: 50, unit: 'grapheme' }).map((text) => text.trim()),
        }),
        (wanted) => {
          expect(view(addressOfView(wanted))).toEqual({ ...wanted, search: wanted.search.slice(0, 100) });
        },
      ),
    );
    expect(addressOfView(FIRST_VIEW)).toBe('');
  });

  test.each([
    'sort=nothing&order=up',
    'student=deleted',
    `search=${'x'.repeat(5000)}`,
    'sort=&student=&search=',
    '%E0%A4%A',
  ])('a broken link is as it is at first: %.40s', (query) => {
    const { sort, student, search } = view(query);
    expect({ sort, student }).toEqual({ sort: FIRST_VIEW.sort, student: null });
    expect(search.length).toBeLessThanOrEqual(100);
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
      accuracy: number | null,
      verifiedAccuracy: number | null = null,
    ) =>
      reviewRun({
        id: idOf(index),
        studentId,
        experiment: EXPERIMENT,
        backend: 'cpu',
        state: 'finished',
        createdAt: 0,
        updatedAt: 1,
        highWater: 1,
        pointCount: 1,
        last: point(1, { accuracy, validationAccuracy: accuracy }),
        report: null,
        verifiedAccuracy,
      });
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
