import { flag, goodOf, integer, made, nullOr, object, or, type Shape, text } from '@/base/shape';
import type { ShareOfRows } from '@/client/benches/frame/share-of-rows';
import type { Work } from '@/protocol/bench-work';
import { WORK } from '@/protocol/sight-bounds';

/** The set-up that was put on the bench last, and what stood there before. */
export interface KeptHanded {
  id: string;
  /** Null: it was taken back, or agreed to. */
  before: Work[] | null;
  /** Weights that go along did not come. */
  missing?: boolean;
  /** Rows of the teacher's table that came along. */
  rows?: ShareOfRows;
}

/** Longer than what travels: own points are kept whole. */
/** More than any table has. */
const OWN_ROWS = 1_000_000;
const KEPT_CHARACTERS = 1_000_000;
const workShape: Shape<Work> = object({ name: text(WORK.nameLetters), text: text(KEPT_CHARACTERS) });

const rowsShape: Shape<ShareOfRows> = object({
  some: integer(0, OWN_ROWS),
  of: integer(0, OWN_ROWS),
});
export const handedShape: Shape<KeptHanded> = made(
  object({
    id: text(64),
    before: nullOr(goodOf(workShape, WORK.pieces)),
    missing: or(flag, false),
    rows: or(rowsShape, null),
  }),
  ({ missing, rows, ...handed }) => ({ ...handed, ...(missing && { missing }), ...(rows && { rows }) }),
);
