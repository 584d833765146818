import { type Circuit, countUnits, evaluateCircuit } from './circuit';
import type { Bit, Perceptron } from './perceptron';

/** A place on the plane. */
export interface PlanePlace {
  x: number;
  y: number;
}

/** A rectangle of the plane; its border belongs to it. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/**
 * The line w₁x + w₂y = θ within a window, as the two places where it meets the window's border; null where it misses
 * the window or where both weights are 0 (there is no line then: the answer is the same everywhere).
 */
export function boundaryLine(
  { weights, threshold }: Perceptron,
  window: Box,
): [PlanePlace, PlanePlace] | null {
  const [a = 0, b = 0] = weights;
  const places: PlanePlace[] = [];
  const add = (x: number, y: number) => {
    const inside = x >= window.left && x <= window.right && y >= window.bottom && y <= window.top;
    if (inside && !places.some((place) => place.x === x && place.y === y)) places.push({ x, y });
  };
  if (b !== 0) for (const x of [window.left, window.right]) add(x, (threshold - a * x) / b);
  if (a !== 0) for (const y of [window.bottom, window.top]) add((threshold - b * y) / a, y);
  return places.length >= 2 ? [places[0]!, places[1]!] : null;
}

/** The box of the challenge "inside the box". */
export const CHALLENGE_BOX: Box = { left: 0.25, right: 0.75, bottom: 0.25, top: 0.75 };

/** 1 inside the box, 0 outside. */
function insideBox(box: Box, x: number, y: number): Bit {
  return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top ? 1 : 0;
}

/** How well a circuit answers "is this place inside the box?". */
export interface BoxScore {
  right: number;
  places: number;
  units: number;
}

/**
 * Tries a circuit with two inputs on a grid of places (cell centres) of the unit square. Places closer to the box's edge than
 * `margin` do not count, so that a line beside the edge by a hair is not wrong.
 * @param side places along each side of the square
 */
export function scoreBox(circuit: Circuit, box: Box = CHALLENGE_BOX, side = 40, margin = 0.02): BoxScore {
  let right = 0;
  let places = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const x = (column + 0.5) / side;
      const y = (row + 0.5) / side;
      // Shrunk and grown by the margin, the box says the same unless the place lies by its edge.
      const wanted = insideBox(grown(box, -margin), x, y);
      if (wanted !== insideBox(grown(box, margin), x, y)) continue;
      places++;
      if (evaluateCircuit(circuit, [x, y]) === wanted) right++;
    }
  }
  return { right, places, units: countUnits(circuit) };
}

function grown(box: Box, by: number): Box {
  return { left: box.left - by, right: box.right + by, bottom: box.bottom - by, top: box.top + by };
}
