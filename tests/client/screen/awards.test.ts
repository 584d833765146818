import { describe, expect, it } from 'vitest';
import { awardsOf, placesBefore } from '@/client/screen/awards';
import type { BoardRow } from '@/protocol/views';

function row(glyph: number, accuracy: number, finalAccuracy: number, submittedAt: number): BoardRow {
  return {
    rank: 0,
    mark: { colour: 0, glyph },
    nickname: null,
    studentId: null,
    accuracy,
    finalAccuracy,
    shown: { kind: 'share', amount: accuracy, of: null },
    runId: null,
    submittedAt,
  };
}

/** Ranked by the final accuracy, as the server gives it. */
function board(...rows: BoardRow[]): BoardRow[] {
  return [...rows]
    .sort((a, b) => b.finalAccuracy! - a.finalAccuracy!)
    .map((each, index) => ({ ...each, rank: index + 1 }));
}

describe('awards beyond the first place', () => {
  it('go to the greatest climb, the steadiest and the first submission, each to another student', () => {
    const rows = board(
      row(1, 0.95, 0.96, 400),
      row(2, 0.8, 0.94, 300),
      row(3, 0.9, 0.9, 200),
      row(4, 0.93, 0.85, 100),
    );
    expect(awardsOf(rows).map(({ kind, row: { mark }, value }) => [kind, mark.glyph, value])).toEqual([
      ['climb', 2, 2],
      ['steady', 3, 0],
      ['first', 4, 0],
    ]);
  });
  it('never go to the first place', () => {
    const rows = board(row(1, 0.5, 0.99, 1), row(2, 0.9, 0.8, 2), row(3, 0.95, 0.7, 3));
    expect(awardsOf(rows).every(({ row: { rank } }) => rank > 1)).toBe(true);
  });
  it('are none where nobody climbed but two, and none at all for fewer than three', () => {
    const rows = board(row(1, 0.9, 0.9, 1), row(2, 0.8, 0.8, 2), row(3, 0.7, 0.7, 3));
    expect(awardsOf(rows).map(({ kind }) => kind)).toEqual(['steady', 'first']);
    expect(awardsOf(rows.slice(0, 2))).toEqual([]);
    expect(awardsOf([])).toEqual([]);
  });
  it('takes equal accuracies for one place', () => {
    const rows = board(row(1, 0.9, 0.92, 1), row(2, 0.9, 0.91, 2), row(3, 0.8, 0.9, 3));
    expect([...placesBefore(rows).values()]).toEqual([1, 1, 3]);
  });
});
