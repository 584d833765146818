import { integer, object, text } from '@/base/shape';
import { readText } from '@/client/live/stored';
import type { Work } from '@/protocol/bench-work';
import { WORK } from '@/protocol/sight-bounds';

/** Of a large own table an even share of its rows travels. */
export interface ShareOfRows {
  some: number;
  of: number;
}

/** What is read of own points on their way, without what they are made of. */
const shape = object({
  of: integer(1, Number.MAX_SAFE_INTEGER),
  more: integer(0, 100),
  numbers: text(WORK.characters),
});

/** How many rows of how many are among pieces of work; null: there is no table, or it is whole. */
export function shareOfRows(works: readonly Work[]): ShareOfRows | null {
  const piece = works.find(({ name }) => name === 'own-points');
  const points = piece && shape(readText(piece.text));
  if (!points) return null;
  const { of, more, numbers } = points;
  const bytes = Math.floor((numbers.replace(/=+$/, '').length * 3) / 4);
  const some = Math.floor(bytes / 2 / (3 + more));
  return some < of ? { some, of } : null;
}
