import { integer, number, object, oneOf, type Shape, where } from '@/base/shape';
import { CURVES, type Curve, type CurveId } from '@/engine/landscape/curves';
import { descendCurve, type PathPoint } from '@/engine/landscape/descent';
import { createRandom } from '@/engine/random';
import { rateShape } from './rate-scale';

export const CURVE_IDS = ['parabola', 'two-valleys', 'plateau'] as const satisfies readonly CurveId[];
/** Steps that a walk on a curve goes on at most. */
export const CURVE_STEPS = 120;
export const CURVE_RATES = { least: 0.01, most: 5 } as const;

export interface CurveWork {
  curve: CurveId;
  start: number;
  rate: number;
  taken: number;
}

/** Where the ball lies at first on each curve. */
export const CURVE_STARTS: Readonly<Record<CurveId, number>> = {
  parabola: 3,
  'two-valleys': 1.6,
  plateau: -3,
};

/** The lowest place that is shown: the best of a fine sampling, refined by halving around it. */
export function lowestOn({ of, range: [from, to] }: Curve): number {
  const pieces = 400;
  const step = (to - from) / pieces;
  let best = from;
  for (let i = 0; i <= pieces; i++) if (of(from + i * step) < of(best)) best = from + i * step;
  for (let reach = step; reach > 1e-9; reach /= 2) {
    for (const near of [best - reach, best + reach]) if (of(near) < of(best)) best = near;
  }
  return best;
}

/** Within so much of the picture's width counts as there. */
const THERE = 0.01;

export interface CurveWalk {
  path: readonly PathPoint[];
  /** The step at which it is at the lowest place and stays; null where it never is. */
  arrival: number | null;
  /** The last step worth showing. */
  end: number;
  lowest: number;
}

/** The whole way on a curve from a start at a rate. */
export function walkCurve(curve: Curve, start: number, learningRate: number): CurveWalk {
  const path: PathPoint[] = [];
  for (const point of descendCurve(
    curve,
    start,
    { optimizer: 'sgd', learningRate, batch: 'full' },
    createRandom(0),
  )) {
    path.push(point);
    if (point.step >= CURVE_STEPS) break;
  }
  const lowest = lowestOn(curve);
  const reach = THERE * (curve.range[1] - curve.range[0]);
  const isThere = (i: number) => Math.abs(path[i]!.a - lowest) <= reach;
  let arrival: number | null = null;
  for (let i = 0; i + 1 < path.length && arrival === null; i++) if (isThere(i) && isThere(i + 1)) arrival = i;
  return { path, arrival, end: arrival === null ? path.length - 1 : arrival + 1, lowest };
}

/** What a learning rate makes of a walk, in the order of the choices that a prediction offers. */
export const STORIES = ['creeps', 'slides', 'swings', 'flies'] as const;
export type Story = (typeof STORIES)[number];

/** Arriving later than this is creeping. */
const SOON = 60;

export function storyOf({ path, arrival }: CurveWalk): Story {
  if (path.at(-1)!.diverged) return 'flies';
  let turns = 0;
  let moves = 0;
  for (let i = 2; i < path.length && i <= 12; i++) {
    const before = path[i - 1]!.a - path[i - 2]!.a;
    const after = path[i]!.a - path[i - 1]!.a;
    // What has come to rest moves no more, up to rounding.
    if (Math.abs(before) < 1e-9 || Math.abs(after) < 1e-9) continue;
    moves++;
    if (before * after < 0) turns++;
  }
  if (moves > 1 && turns > moves / 2) return 'swings';
  return arrival !== null && arrival <= SOON ? 'slides' : 'creeps';
}

/** The step from which on the story is plain to see: out of the picture, a few swings, or the end. */
export function toldAt(curve: Curve, walk: CurveWalk): number {
  const story = storyOf(walk);
  if (story === 'flies') {
    const out = walk.path.findIndex(({ a }) => a < curve.range[0] || a > curve.range[1]);
    return out < 0 ? walk.end : out;
  }
  return story === 'swings' ? Math.min(walk.end, 6) : Math.min(walk.end, SOON);
}

export const curveShape: Shape<CurveWork> = where(
  object({
    curve: oneOf(CURVE_IDS),
    start: number(),
    rate: rateShape(CURVE_RATES),
    taken: integer(0, CURVE_STEPS),
  }),
  ({ curve, start }) => {
    const [from, to] = CURVES[curve]().range;
    return start >= from && start <= to;
  },
);
