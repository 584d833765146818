import { drawPoints, type PointSetId } from '@/engine/points/generators';
import type { PointSet } from '@/engine/points/point-set';
import { createRandom } from '@/engine/random';

/** Enough to know the shape by. */
const COUNT = 120;

const drawn = new Map<PointSetId, PointSet>();

/** A point set small: always the same, without noise. */
export function thumbnailPoints(id: PointSetId): PointSet {
  const known = drawn.get(id);
  if (known) return known;
  const made = drawPoints(id, COUNT, 0, createRandom(7));
  drawn.set(id, made);
  return made;
}
