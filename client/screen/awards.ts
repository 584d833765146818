import type { BoardRow } from '@/protocol/views';

type AwardKind = 'climb' | 'steady' | 'first';

/** Something worth a hand besides the first place. */
export interface Award {
  kind: AwardKind;
  row: BoardRow;
  /** `climb`: places won; `steady`: difference between the halves, 0 to 1; `first`: 0. */
  value: number;
}

/** Places by the visible half: what the board said before the reveal. Equal accuracies share a place. */
export function placesBefore(rows: readonly BoardRow[]): Map<BoardRow, number> {
  return new Map(rows.map((row) => [row, 1 + rows.filter(({ accuracy }) => accuracy > row.accuracy).length]));
}

/**
 * Awards that the final board itself bears out: who climbed most with the hidden half, whose two halves agree best,
 * whose ranked submission came first. Each goes to a student who has neither won nor got another one; with fewer than
 * three on the board there are none.
 */
export function awardsOf(rows: readonly BoardRow[]): Award[] {
  if (rows.length < 3) return [];
  const before = placesBefore(rows);
  const given = new Set<BoardRow>(rows.filter(({ rank }) => rank === 1));
  const awards: Award[] = [];
  const give = (kind: AwardKind, value: (row: BoardRow) => number | null) => {
    let best: Award | null = null;
    for (const row of rows) {
      const worth = given.has(row) ? null : value(row);
      if (worth !== null && (best === null || worth > best.value)) best = { kind, row, value: worth };
    }
    if (best === null) return;
    given.add(best.row);
    awards.push(best);
  };
  give('climb', (row) => {
    const places = before.get(row)! - row.rank;
    return places > 0 ? places : null;
  });
  give('steady', (row) => (row.finalAccuracy === null ? null : -Math.abs(row.finalAccuracy - row.accuracy)));
  give('first', (row) => -row.submittedAt);
  return awards.map((award) =>
    award.kind === 'climb'
      ? award
      : {
          ...award,
          value: award.kind === 'first' ? 0 : Math.abs(award.row.finalAccuracy! - award.row.accuracy),
        },
  );
}
