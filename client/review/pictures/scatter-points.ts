import { type ClassRun, fieldOf } from '@/client/review/runs/run-fields';
import type { FieldAxis } from './field-axis';

/** A run in a scatter, CSS pixels. */
export interface ScatterPoint {
  run: ClassRun;
  x: number;
  y: number;
}

interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far apart runs of the same word are drawn at most, as a share of the axis. */
const SPREAD = 0.05;
/** Room within each end of an axis: none lies on the other axis, however far apart runs of a word are drawn. */
const NUMBER_INSET = 0.02;
const WORD_INSET = 0.07;

/** A place of an axis within its room, both 0 to 1. */
export function insetPlace(place: number, words: boolean): number {
  const inset = words ? WORD_INSET : NUMBER_INSET;
  return inset + place * (1 - 2 * inset);
}

/** The runs whose two values are known, each at its place. Runs of one word are drawn a little apart, always the same way. */
export function scatterPoints(
  runs: readonly ClassRun[],
  x: FieldAxis & { id: Parameters<typeof fieldOf>[1]; words: boolean },
  y: FieldAxis & { id: Parameters<typeof fieldOf>[1]; words: boolean },
  { left, right, top, bottom }: Room,
): ScatterPoint[] {
  return runs.flatMap((run): ScatterPoint[] => {
    const [across, up] = [x.place(fieldOf(run, x.id)), y.place(fieldOf(run, y.id))];
    if (across === null || up === null) return [];
    const atX = insetPlace(across, x.words) + (x.words ? apartBy(run.id, 0) : 0);
    const atY = insetPlace(up, y.words) + (y.words ? apartBy(run.id, 4) : 0);
    return [{ run, x: left + atX * (right - left), y: bottom - atY * (bottom - top) }];
  });
}

/** −SPREAD to SPREAD, drawn from a run's id. */
export function apartBy(id: string, from: number): number {
  return (Number.parseInt(id.slice(from, from + 4), 16) / 0xffff - 0.5) * 2 * SPREAD;
}

/** The point nearest to a place, within reach; null: none. */
export function nearestPoint(
  points: readonly ScatterPoint[],
  x: number,
  y: number,
  reach: number,
): ScatterPoint | null {
  let nearest: ScatterPoint | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance <= least) [nearest, least] = [point, distance];
  }
  return nearest;
}

/** The points within a box, whichever of its corners come first. */
export function pointsWithin(
  points: readonly ScatterPoint[],
  one: { x: number; y: number },
  other: { x: number; y: number },
): ScatterPoint[] {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  return points.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
}
