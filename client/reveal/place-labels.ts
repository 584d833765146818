/** A thing in a picture that may have a name beside it; CSS pixels. */
export interface Spot {
  x: number;
  y: number;
  /** Half of its side. */
  half: number;
  /** Width of its name. */
  width: number;
  /** Has its name before others. */
  first: boolean;
}

/** Where a name stands: its middle height, and the end that is nearest to its thing. */
export interface LabelPlace {
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const GAP = 5;

const meet = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Puts names beside their things, to the right, to the left, above or below, where they stand on nothing else; those that are to be first find their places
 * first. Null: there is no room for it.
 * @param height of a name's line
 * @param area within which all names stay
 */
export function placeLabels(spots: readonly Spot[], height: number, area: Box): (LabelPlace | null)[] {
  const taken: Box[] = spots.map(({ x, y, half }) => ({
    ...{ left: x - half, right: x + half, top: y - half, bottom: y + half },
  }));
  const places: (LabelPlace | null)[] = spots.map(() => null);
  const order = spots
    .map((_, index) => index)
    .sort((a, b) => Number(spots[b]!.first) - Number(spots[a]!.first));
  for (const index of order) {
    const { x, y, half, width } = spots[index]!;
    const off = half + GAP;
    const tries: readonly (LabelPlace & Box)[] = [
      { x: x + off, y, anchor: 'start' as const, left: x + off, right: x + off + width },
      { x: x - off, y, anchor: 'end' as const, left: x - off - width, right: x - off },
      ...[-1, 1].map((way) => ({
        ...{ x, y: y + way * (off + height / 2), anchor: 'middle' as const },
        ...{ left: x - width / 2, right: x + width / 2 },
      })),
    ].map((one) => ({ ...one, top: one.y - height / 2, bottom: one.y + height / 2 }));
    const free = tries.find(
      (one) =>
        one.left >= area.left &&
        one.right <= area.right &&
        one.top >= area.top &&
        one.bottom <= area.bottom &&
        taken.every((box) => !meet(box, one)),
    );
    if (!free) continue;
    taken.push(free);
    places[index] = { x: free.x, y: free.y, anchor: free.anchor };
  }
  return places;
}
