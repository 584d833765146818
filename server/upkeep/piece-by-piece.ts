import type { Piece } from '@/server/store/retention-rows';

/** Things of a list that are read at a time. */
const PIECE = 200;

/** Goes through a list that is read piece by piece, until it ends or the server stops. */
export async function* pieceByPiece<Thing extends { id: string }>(
  read: (piece: Piece) => Promise<Thing[]>,
  isStopping: () => boolean,
): AsyncGenerator<Thing> {
  let after = '';
  for (;;) {
    const piece = await read({ after, most: PIECE });
    for (const thing of piece) {
      if (isStopping()) return;
      yield thing;
    }
    if (piece.length < PIECE) return;
    after = piece.at(-1)!.id;
  }
}
