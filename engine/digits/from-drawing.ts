import { DATASETS, type Layout, PAPER } from '@/protocol/datasets';

/** How a drawing is laid where it is none of another data set: as in MNIST. */
export const MNIST_LAYOUT = DATASETS.digits.drawn;
/** Fainter than this is paper: antialiased edges and dust do not widen the box. */
export const FAINTEST = 24;

/** A part of a raster, in its pixels. */
interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The smallest part that holds all ink; null where there is none. */
export function inkBox(ink: Uint8Array, width: number, height: number): Part | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x]! < FAINTEST) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function centreOfMass(ink: Uint8Array, width: number, box: Part): { x: number; y: number } {
  let mass = 0;
  let x = 0;
  let y = 0;
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const value = ink[(box.top + row) * width + box.left + column]!;
      mass += value;
      x += value * (column + 0.5);
      y += value * (row + 0.5);
    }
  }
  return { x: x / mass, y: y / mass };
}

/**
 * Lays a part of a raster into 28×28 with its middle in the middle, each pixel the mean of what it covers. The place is
 * not rounded to whole pixels: two drawings that hardly differ would otherwise lie a pixel apart.
 * @param unit raster pixels that become one
 */
export function layInk(
  ink: Uint8Array,
  width: number,
  box: Part,
  unit: number,
  middle: Layout['middle'],
): Uint8Array<ArrayBuffer> {
  const centre = middle === 'mass' ? centreOfMass(ink, width, box) : { x: box.width / 2, y: box.height / 2 };
  // The box may hang over by the centring of a lopsided digit: keep all ink inside.
  const start = (middle: number, size: number) =>
    Math.min(Math.max(0, PAPER.side / 2 - middle / unit), PAPER.side - size / unit);
  const offsetX = start(centre.x, box.width);
  const offsetY = start(centre.y, box.height);
  const out = new Uint8Array(PAPER.pixels);
  for (let ty = 0; ty < PAPER.side; ty++) {
    const y0 = Math.max(0, (ty - offsetY) * unit);
    const y1 = Math.min(box.height, (ty + 1 - offsetY) * unit);
    if (y1 <= y0) continue;
    for (let tx = 0; tx < PAPER.side; tx++) {
      const x0 = Math.max(0, (tx - offsetX) * unit);
      const x1 = Math.min(box.width, (tx + 1 - offsetX) * unit);
      let sum = 0;
      for (let y = Math.floor(y0); y < y1; y++) {
        const coverY = Math.min(y + 1, y1) - Math.max(y, y0);
        const row = (box.top + y) * width + box.left;
        for (let x = Math.floor(x0); x < x1; x++) {
          sum += ink[row + x]! * coverY * (Math.min(x + 1, x1) - Math.max(x, x0));
        }
      }
      out[ty * PAPER.side + tx] = Math.min(255, Math.round(sum / (unit * unit)));
    }
  }
  return out;
}

/**
 * Makes a raster into a picture like MNIST's (recipe: yann.lecun.com/exdb/mnist): the bounding box of the ink is scaled
 * into 20×20, keeping its proportions, with antialiasing, and laid into 28×28 with its centre of mass in the middle. Strokes
 * become thinner or thicker with the box; what was drawn by hand is read by `fromStrokes`, which draws them anew.
 * @param ink width × height bytes, 0 paper to 255 ink (the alpha channel of a canvas drawn on transparent ground)
 * @returns bytes of one picture; all 0 where nothing is drawn
 */
export function fromDrawing(ink: Uint8Array, width: number, height: number): Uint8Array {
  const box = inkBox(ink, width, height);
  return box
    ? layInk(ink, width, box, Math.max(box.width, box.height) / MNIST_LAYOUT.box, MNIST_LAYOUT.middle)
    : new Uint8Array(PAPER.pixels);
}

/** The ink of a canvas's RGBA data: its alpha channel. */
export function inkOfCanvas(rgba: Uint8ClampedArray | Uint8Array): Uint8Array {
  const ink = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < ink.length; i++) ink[i] = rgba[i * 4 + 3]!;
  return ink;
}
