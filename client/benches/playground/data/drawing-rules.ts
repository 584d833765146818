import { OWN_POINTS } from '@/engine/points/own-points';
import { PLANE } from '@/engine/points/point-set';

export interface PlacedPoint {
  x: number;
  y: number;
  label: number;
}

/** A dragged finger leaves points at least so far apart, in units of the plane. */
const APART = 0.3;
/** How far the eraser reaches. */
const REACH = 0.45;

/**
 * One point more; the same list where it would lie on the last one, outside the plane, or beyond the limit.
 * @param last the last one of the same hand; without, the last of all
 */
export function addPoint(
  points: readonly PlacedPoint[],
  point: PlacedPoint,
  last: PlacedPoint | undefined = points.at(-1),
): readonly PlacedPoint[] {
  if (points.length >= OWN_POINTS.rows) return points;
  if (Math.abs(point.x) > PLANE || Math.abs(point.y) > PLANE) return points;
  if (last && last.label === point.label && Math.hypot(last.x - point.x, last.y - point.y) < APART)
    return points;
  return [...points, point];
}

/** Without the points near a place; the same list where there are none. */
export function erasePoints(points: readonly PlacedPoint[], x: number, y: number): readonly PlacedPoint[] {
  const left = points.filter((point) => Math.hypot(point.x - x, point.y - y) > REACH);
  return left.length === points.length ? points : left;
}

/** As if a hand had neither added nor erased what it did; the same list where nothing of it is left to undo. */
export function putBack(
  points: readonly PlacedPoint[],
  added: readonly PlacedPoint[],
  erased: readonly PlacedPoint[],
): readonly PlacedPoint[] {
  if (erased.length === 0 && !points.some((point) => added.includes(point))) return points;
  return [...points, ...erased].filter((point) => !added.includes(point));
}
