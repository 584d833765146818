import { goodOf, nullOr, object, type Shape, text } from '@/base/shape';
import type { Work } from '@/protocol/bench-work';
import { WORK } from '@/protocol/sight-bounds';

/** The set-up that was put on the bench last, and what stood there before. */
export interface KeptHanded {
  id: string;
  /** Null: it was taken back, or agreed to. */
  before: Work[] | null;
}

const workShape: Shape<Work> = object({ name: text(WORK.nameLetters), text: text(WORK.characters) });

export const handedShape: Shape<KeptHanded> = object({
  id: text(64),
  before: nullOr(goodOf(workShape, WORK.pieces)),
});
