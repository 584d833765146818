import type { Landscape, Pair } from '@/engine/landscape/landscapes';

/** Side of the map in its own units. */
export const MAP = 400;

/** Where a place lies on the map. */
export function mapPlace(half: number, { a, b }: Pair): { x: number; y: number } {
  return { x: (MAP / 2) * (1 + a / half), y: (MAP / 2) * (1 - b / half) };
}

/** The place under a point of the map, held to the map, in hundredths. */
export function placeOnMap(half: number, { x, y }: { x: number; y: number }): Pair {
  const round = (value: number) => Math.round(100 * Math.min(half, Math.max(-half, value))) / 100 + 0;
  return { a: round(half * ((2 * x) / MAP - 1)), b: round(half * (1 - (2 * y) / MAP)) };
}

/** Where a press of an arrow key leads on the map: one step in forty of its width, held to it. */
const KEY_WAYS: Readonly<Record<string, Pair>> = {
  ArrowLeft: { a: -1, b: 0 },
  ArrowRight: { a: 1, b: 0 },
  ArrowUp: { a: 0, b: 1 },
  ArrowDown: { a: 0, b: -1 },
};

/** The place to which a key moves the one that is chosen; null: no key for that. */
export function placeByKey(half: number, { a, b }: Pair, key: string): Pair | null {
  const way = KEY_WAYS[key];
  if (!way) return null;
  const { x, y } = mapPlace(half, { a: a + (way.a * half) / 20, b: b + (way.b * half) / 20 });
  return placeOnMap(half, { x, y });
}

/** Heights at which lines are drawn: closer together near the bottom, where it matters. */
export function contourLevels(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((i + 0.6) / count) ** 2);
}

/**
 * Heights at the corners of a square grid, row by row from the top.
 * @param cells along each side: there is one more corner
 */
export function cornerHeights(landscape: Landscape, cells: number): Float64Array {
  const corner = (i: number) => landscape.half * ((2 * i) / cells - 1);
  const side = cells + 1;
  return Float64Array.from({ length: side * side }, (_, i) =>
    landscape.of(corner(i % side), -corner(Math.floor(i / side))),
  );
}

/**
 * Lines of equal height as one SVG path, by marching squares: each cell of the grid adds the pieces that cross it.
 * @param corners as `cornerHeights` gives them
 */
export function contourPath(corners: Float64Array, level: number): string {
  const side = Math.sqrt(corners.length);
  const cells = side - 1;
  const size = MAP / cells;
  let path = '';
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const at = row * side + column;
      const [nw, ne] = [corners[at]! - level, corners[at + 1]! - level];
      const [sw, se] = [corners[at + side]! - level, corners[at + side + 1]! - level];
      const crossings: [number, number][] = [];
      if (nw < 0 !== ne < 0) crossings.push([column + nw / (nw - ne), row]);
      if (ne < 0 !== se < 0) crossings.push([column + 1, row + ne / (ne - se)]);
      if (sw < 0 !== se < 0) crossings.push([column + sw / (sw - se), row + 1]);
      if (nw < 0 !== sw < 0) crossings.push([column, row + nw / (nw - sw)]);
      // With four crossings the lines part around the middle: which corners hang together, its height says.
      if (crossings.length === 4 && nw + ne + sw + se < 0 !== nw < 0) crossings.push(crossings.shift()!);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [[x1, y1], [x2, y2]] = [crossings[i]!, crossings[i + 1]!];
        path += `M${(x1 * size).toFixed(1)} ${(y1 * size).toFixed(1)}L${(x2 * size).toFixed(1)} ${(y2 * size).toFixed(1)}`;
      }
    }
  }
  return path;
}

/**
 * Heights as shares for colouring: 0 the lowest, 1 the highest, spread so that the bottom has colours to tell apart.
 * @param grid row by row from the top
 */
export function heightShares(grid: Float32Array): Float32Array {
  let low = Infinity;
  let high = -Infinity;
  for (const height of grid) {
    low = Math.min(low, height);
    high = Math.max(high, height);
  }
  return grid.map((height) => Math.sqrt((height - low) / (high - low || 1)));
}

/** Light from the top left: above 0 a cell faces it, below 0 it lies in shade. */
export function lightAt(shares: Float32Array, size: number, cell: number): number {
  const [row, column] = [Math.floor(cell / size), cell % size];
  const at = (r: number, c: number) =>
    shares[Math.min(size - 1, Math.max(0, r)) * size + Math.min(size - 1, Math.max(0, c))]!;
  return (
    (at(row, column + 1) - at(row, column - 1) + at(row + 1, column) - at(row - 1, column)) * (size / 100)
  );
}

/** Map units that the name of an axis takes at its end, and that a number needs from a corner. */
const NAME_ROOM = 70;
const CORNER_ROOM = 34;

/** Whole values that are written along an axis of the map: clear of the corners, and of the axis' name at its far end. */
export function mapTicks(half: number): number[] {
  const whole = Array.from({ length: 2 * Math.floor(half) + 1 }, (_, i) => i - Math.floor(half));
  return whole.filter((value) => {
    const { x } = mapPlace(half, { a: value, b: 0 });
    return x >= CORNER_ROOM && x <= MAP - NAME_ROOM;
  });
}
