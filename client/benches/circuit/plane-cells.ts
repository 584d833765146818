import { areaOf, boxPolygon, clipPolygon, type Polygon } from '@/client/benches/unit/half-plane';
import type { Bit, Perceptron } from '@/engine/perceptron/perceptron';
import type { Box } from '@/engine/perceptron/plane';

/** A piece of the plane that no line cuts: every unit answers the same all over it. */
export interface Cell {
  polygon: Polygon;
  /** The units' answers there. */
  answers: readonly Bit[];
}

/** Pieces smaller than this share of the window are rounding, not pieces. */
const LEAST_SHARE = 1e-7;

/** Cuts a window by the lines of all units, one after the other. N lines make at most 1 + N(N+1)/2 pieces. */
export function cellsOf(window: Box, units: readonly Perceptron[]): Cell[] {
  const least = LEAST_SHARE * (window.right - window.left) * (window.top - window.bottom);
  let cells: Cell[] = [{ polygon: boxPolygon(window), answers: [] }];
  for (const unit of units) {
    cells = cells.flatMap(({ polygon, answers }) =>
      ([1, 0] as const)
        .map((bit) => ({
          polygon: clipPolygon(polygon, unit, bit === 1 ? 1 : -1),
          answers: [...answers, bit],
        }))
        .filter((cell) => cell.polygon.length > 2 && areaOf(cell.polygon) > least),
    );
  }
  return cells;
}
