import { PAPER } from '@/protocol/datasets';

/** The largest on a wall: what is larger is not read from farther away. */
const MOST = 560;
const LEAST = 84;
/** Share of a picture's place that is left to its caption. */
const CAPTION = 0.3;

/**
 * CSS pixels of a side of so many pictures beside each other: whole multiples of the picture's own, as large as the room lets them be with their captions
 * below, in as many rows as make them largest.
 */
export function pictureSide(count: number, room: { width: number; height: number }, gap: number): number {
  let best = LEAST;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    // A width that was measured has been rounded: what fits it exactly may not fit.
    const wide = (room.width - 1 - gap * (columns - 1)) / columns;
    const high = ((room.height - gap * (rows - 1)) / rows) * (1 - CAPTION);
    best = Math.max(best, Math.min(wide, high, MOST));
  }
  return Math.floor(best / PAPER.side) * PAPER.side;
}
