import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { PlanePlace } from '@/engine/perceptron/plane';

type Corner = readonly [number, number, number];

/** The corners of the unit cube in the order of `inputRows(3)`. */
export const CORNERS: readonly Corner[] = Array.from(
  { length: 8 },
  (_, row) => [(row >> 2) & 1, (row >> 1) & 1, row & 1] as const,
);

/** Pairs of corners that differ in one input. */
export const EDGES: readonly (readonly [from: number, to: number])[] = CORNERS.flatMap((_, row) =>
  [4, 2, 1].filter((bit) => (row & bit) === 0).map((bit) => [row, row | bit] as const),
);

/** Where a place of the cube lies on paper (x₁ right, x₂ up, x₃ to the back), in units of an edge. */
export function project([x1, x2, x3]: Corner): PlanePlace {
  return { x: x1 + 0.44 * x3, y: x2 + 0.3 * x3 };
}

/**
 * Where the plane w₁x₁+w₂x₂+w₃x₃ = θ cuts the cube, as the corners of the cut on paper in their order around it; fewer
 * than three: it misses. With `levels` the cube's sides run from off to on instead of 0 to 1.
 */
export function cutOf(
  { weights, threshold }: Perceptron,
  levels: readonly [off: number, on: number] = [0, 1],
): PlanePlace[] {
  const [off, on] = levels;
  const height = (corner: Corner) =>
    corner.reduce((sum, bit, i) => sum + (weights[i] ?? 0) * (bit === 1 ? on : off), 0) - threshold;
  const met: Corner[] = [];
  const add = (place: Corner) => {
    if (!met.some((other) => other.every((value, i) => Math.abs(value - place[i]!) < 1e-9))) met.push(place);
  };
  for (const [a, b] of EDGES) {
    const from = CORNERS[a]!;
    const to = CORNERS[b]!;
    const here = height(from);
    const there = height(to);
    if (here === 0) add(from);
    if (there === 0) add(to);
    // By their signs: the product of two tiny heights would round to 0.
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there);
      add([0, 1, 2].map((i) => from[i]! + share * (to[i]! - from[i]!)) as unknown as Corner);
    }
  }
  const places = met.map(project);
  const x = places.reduce((sum, place) => sum + place.x, 0) / places.length;
  const y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
  // The projection of a convex cut is convex: its corners go round their middle.
  return places.sort((p, q) => Math.atan2(p.y - y, p.x - x) - Math.atan2(q.y - y, q.x - x));
}
