import type { Axis } from '@/client/charts/plot/plot-area';
import type { Mark } from '@/protocol/views';
import { type Chance, type MapMeasure, MEASURE_RULES } from './map-measures';
import type { StudentTrace } from './traces';

export interface MapPlace {
  x: number;
  y: number;
}

/** A student on the map, in the units of both measures. */
export interface MapPoint extends MapPlace {
  id: string;
  mark: Mark;
  here: boolean;
  /** Where the student has come from, oldest first; empty where one of the measures has no past. */
  trail: readonly MapPlace[];
}

export interface MapSides {
  x: MapMeasure;
  y: MapMeasure;
}

/** Points of a curve that a trail is made of: a short way back. */
const TRAIL_POINTS = 12;

/** Everybody of whom both measures are known. */
export function mapPoints(traces: readonly StudentTrace[], sides: MapSides, chance: Chance): MapPoint[] {
  return traces.flatMap((trace) => {
    const x = MEASURE_RULES[sides.x].of(trace, chance);
    const y = MEASURE_RULES[sides.y].of(trace, chance);
    if (x === null || y === null) return [];
    const { id, mark, here } = trace;
    return [{ id, mark, here, x, y, trail: trailOf(trace, sides, chance) }];
  });
}

function trailOf({ curve, last }: StudentTrace, sides: MapSides, chance: Chance): MapPlace[] {
  const [x, y] = [MEASURE_RULES[sides.x].before, MEASURE_RULES[sides.y].before];
  if (!x || !y || !last || last.step <= 0) return [];
  const perStep = last.epoch / last.step;
  return curve.slice(-TRAIL_POINTS).flatMap((point) => {
    const place = [x(point, point[0] * perStep, chance), y(point, point[0] * perStep, chance)] as const;
    return place[0] === null || place[1] === null ? [] : [{ x: place[0], y: place[1] }];
  });
}

/** The axis of a measure with these points on it. */
export function mapAxis(measure: MapMeasure, values: readonly number[]): Axis {
  const rule = MEASURE_RULES[measure];
  const least = Math.min(...values);
  const range = values.length === 0 ? rule.range(1, 1) : rule.range(least, Math.max(...values));
  return { range, logarithmic: rule.logarithmic, held: true };
}

/** Whether a place is inside a closed line, by how often a ray to its right crosses it (even–odd rule). */
export function isEnclosed({ x, y }: MapPlace, line: readonly MapPlace[]): boolean {
  let inside = false;
  line.forEach((a, index) => {
    const b = line[(index + line.length - 1) % line.length]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

/** The golden angle, radians: places along a spiral that never line up. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** The paper that points are laid on, pixels. */
export interface PaperEdges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** So many places are tried on the paper; where it is full, those beside it are taken. */
const MOST_TRIED = 2_000;

/**
 * The same points, those that would hide each other laid around where they belong, so that each can be seen and reached (places in pixels).
 * @param apart the least distance of two
 * @param paper where they stay: beside it stand the axes' figures
 */
export function laidApart<Point extends MapPlace>(
  points: readonly Point[],
  apart: number,
  paper: PaperEdges,
): Point[] {
  const taken = new Map<string, MapPlace[]>();
  const cell = ({ x, y }: MapPlace) => [Math.floor(x / apart), Math.floor(y / apart)] as const;
  const isOnPaper = ({ x, y }: MapPlace) =>
    x >= paper.left && x <= paper.right && y >= paper.top && y <= paper.bottom;
  const isFree = (place: MapPlace) => {
    const [column, row] = cell(place);
    for (let c = column - 1; c <= column + 1; c += 1)
      for (let r = row - 1; r <= row + 1; r += 1)
        for (const other of taken.get(`${c} ${r}`) ?? [])
          if (Math.hypot(other.x - place.x, other.y - place.y) < apart) return false;
    return true;
  };
  return points.map((point) => {
    let place: MapPlace = point;
    for (let turn = 1; !isFree(place) || (turn > 1 && turn < MOST_TRIED && !isOnPaper(place)); turn += 1) {
      const radius = apart * 0.6 * Math.sqrt(turn);
      place = {
        x: point.x + radius * Math.cos(turn * GOLDEN),
        y: point.y + radius * Math.sin(turn * GOLDEN),
      };
    }
    const key = cell(place).join(' ');
    taken.set(key, [...(taken.get(key) ?? []), place]);
    return { ...point, x: place.x, y: place.y };
  });
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The neighbour in a direction (places as on a screen: y grows downwards): the nearest within the quarter that opens there, what lies to the
 * side counting double; null: nobody is further that way.
 */
export function neighbourOf<Point extends MapPlace>(
  from: MapPlace,
  others: readonly Point[],
  direction: Direction,
): Point | null {
  const along = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction] as [number, number];
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [dx, dy] = [other.x - from.x, other.y - from.y];
    const ahead = dx * along[0] + dy * along[1];
    const aside = Math.abs(dx * along[1] + dy * along[0]);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    best = other;
  }
  return best;
}
