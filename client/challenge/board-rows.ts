import type { Board, BoardRow } from '@/protocol/views';

/** A row on show; `gap` rows stand for those between the shown ones and the own one. */
export type ShownRow = { kind: 'row'; row: BoardRow; own: boolean } | { kind: 'gap' };

/** Whether two rows are of the same student: rows carry no ids, and names are not on every board. */
export function isSameRow(a: BoardRow, b: BoardRow): boolean {
  return a.mark.colour === b.mark.colour && a.mark.glyph === b.mark.glyph && a.submittedAt === b.submittedAt;
}

/** What tells one row from every other: a mark may come twice in a large class. */
export function boardRowKey(row: BoardRow): string {
  return row.studentId ?? `${row.mark.colour}-${row.mark.glyph}-${row.nickname ?? ''}`;
}

/** The board's rows with the viewer's own among them: marked where it is, put beneath where it is not. */
export function shownRows(board: Board, own: BoardRow | null): ShownRow[] {
  const shown: ShownRow[] = board.rows.map((row) => ({
    kind: 'row',
    row,
    own: own !== null && isSameRow(row, own),
  }));
  if (own === null || shown.some((entry) => entry.kind === 'row' && entry.own)) return shown;
  return [...shown, { kind: 'gap' }, { kind: 'row', row: own, own: true }];
}
