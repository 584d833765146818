import type { Perceptron } from '@/engine/perceptron/perceptron';
import type { Box, PlanePlace } from '@/engine/perceptron/plane';

/** A convex shape, corner by corner. */
export type Polygon = readonly PlanePlace[];

export function boxPolygon({ left, right, bottom, top }: Box): Polygon {
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

/**
 * The part of a convex shape on one side of w₁x + w₂y = θ (Sutherland and Hodgman 1974, one edge). Fewer than three
 * corners: nothing is left.
 * @param side 1 keeps where the sum reaches θ, −1 the rest
 */
export function clipPolygon(polygon: Polygon, { weights, threshold }: Perceptron, side: 1 | -1): Polygon {
  const [a = 0, b = 0] = weights;
  const height = (place: PlanePlace) => side * (a * place.x + b * place.y - threshold);
  const kept: PlanePlace[] = [];
  polygon.forEach((place, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const here = height(place);
    const there = height(next);
    if (here >= 0) kept.push(place);
    // By their signs: the product of two tiny heights would round to 0.
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there);
      kept.push({ x: place.x + share * (next.x - place.x), y: place.y + share * (next.y - place.y) });
    }
  });
  return kept;
}

/** The shape's area; the shoelace formula. */
export function areaOf(polygon: Polygon): number {
  let twice = 0;
  polygon.forEach((place, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    twice += place.x * next.y - next.x * place.y;
  });
  return Math.abs(twice) / 2;
}

/** The mean of the corners: inside, since the shape is convex. */
export function centreOf(polygon: Polygon): PlanePlace {
  const sum = polygon.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / polygon.length, y: sum.y / polygon.length };
}
