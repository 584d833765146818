import { bisector } from 'd3-array';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import type { RunCurvePoint } from './run-curve';

/** CSS pixels above or below a curve within which it is meant. */
const REACH = 10;
const byPlace = bisector(([x]: RunCurvePoint) => x);

/**
 * The curve that a pointer means: the nearest above or below it.
 * @param place CSS pixels
 * @returns its id; null where none is within reach
 */
export function nearestCurve(
  curves: readonly { id: string; points: readonly RunCurvePoint[] }[],
  area: PlotArea,
  place: { x: number; y: number },
): string | null {
  if (place.x < area.left || place.x > area.right || place.y < area.top || place.y > area.bottom) return null;
  const x = area.x.invert(place.x);
  let nearest: string | null = null;
  let least = REACH;
  for (const { id, points } of curves) {
    const after = byPlace.left(points, x);
    const next = points[after];
    const before = points[after - 1] ?? next;
    // At its very first place a curve has nothing before it.
    if (!before || !next || area.x(before[0]) > place.x + 0.5) continue;
    const share = next[0] > before[0] ? (x - before[0]) / (next[0] - before[0]) : 0;
    const [from, to] = [area.y(before[1]), area.y(next[1])];
    const distance = Math.abs(from + share * (to - from) - place.y);
    // A line that is drawn later lies above.
    if (distance <= least) [nearest, least] = [id, distance];
  }
  return nearest;
}
