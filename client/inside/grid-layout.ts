import type { TracedLayer } from '@/engine/network/traced-pass';

/** How numbers lie side by side as a picture. */
export interface GridLayout {
  columns: number;
  rows: number;
  /** The number at each cell, row by row; −1: none lies there. */
  indexAt: Int32Array;
  /** The cell of each number. */
  cellOf: Int32Array;
}

/** @param places column and row of each number */
function layoutOf(columns: number, rows: number, places: readonly (readonly [number, number])[]): GridLayout {
  const indexAt = new Int32Array(columns * rows).fill(-1);
  const cellOf = Int32Array.from(places, ([column, row], index) => {
    indexAt[row * columns + column] = index;
    return row * columns + column;
  });
  return { columns, rows, indexAt, cellOf };
}

/** A square picture, row by row. */
export function squareLayout(side: number): GridLayout {
  return listLayout(side * side, side);
}

/** A list, so many in a row. */
export function listLayout(count: number, columns: number): GridLayout {
  const places = Array.from({ length: count }, (_, i) => [i % columns, Math.floor(i / columns)] as const);
  return layoutOf(columns, Math.ceil(count / columns), places);
}

/** Units of a dense layer: few in one row, many as wide as two rows are high. */
export function unitsLayout(count: number): GridLayout {
  return listLayout(count, count <= 10 ? count : Math.ceil(Math.sqrt(count * 2)));
}

/** Maps [side, side, channels] as tiles beside each other, with a gap between them. */
function tilesLayout(side: number, channels: number): GridLayout {
  const across = Math.ceil(Math.sqrt(channels));
  const step = side + 1;
  const places = Array.from({ length: side * side * channels }, (_, i) => {
    const [channel, at] = [i % channels, Math.floor(i / channels)];
    return [
      (channel % across) * step + (at % side),
      Math.floor(channel / across) * step + Math.floor(at / side),
    ] as const;
  });
  return layoutOf(across * step - 1, Math.ceil(channels / across) * step - 1, places);
}

/** What comes in to a dense layer: the picture, the units before it, or the maps of the convolution before it. */
export function inputsLayout(layers: readonly TracedLayer[], layer: number, pictureSide: number): GridLayout {
  const before = layers[layer - 1];
  if (!before) return squareLayout(pictureSide);
  const { side } = before;
  return side === null
    ? unitsLayout(before.layer.units)
    : tilesLayout(Math.floor(side / 2), before.layer.units);
}

/** The number to which an arrow key leads; null: there is none in that direction. Gaps are passed over. */
export function besideOf(layout: GridLayout, index: number, key: string): number | null {
  const way = WAYS[key];
  const cell = layout.cellOf[index];
  if (!way || cell === undefined) return null;
  let [column, row] = [cell % layout.columns, Math.floor(cell / layout.columns)];
  for (;;) {
    column += way[0];
    row += way[1];
    if (column < 0 || column >= layout.columns || row < 0 || row >= layout.rows) return null;
    const found = layout.indexAt[row * layout.columns + column]!;
    if (found !== -1) return found;
  }
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
