import { type Layout, PAPER } from '@/protocol/datasets';
import { inkBox, layInk, MNIST_LAYOUT } from './from-drawing';
import { ERASER, type InkStroke, PEN_PIXELS, PEN_SHARE, reachOf } from './strokes';

/** Raster pixels along a side of one picture's pixel. */
const FINE = 8;
/** Pens pressed hard, and lines that lean out of the box, need room: pixels of the picture. */
const MARGIN = 3;

interface Raster {
  ink: Uint8Array;
  width: number;
  height: number;
}

/** Fills a line between two discs. */
function fillLine(raster: Raster, from: Disc, to: Disc, value: number): void {
  const { ink, width, height } = raster;
  const [dx, dy, dr] = [to.x - from.x, to.y - from.y, to.r - from.r];
  const length = dx * dx + dy * dy;
  const most = Math.max(from.r, to.r);
  const firstY = Math.max(0, Math.floor(Math.min(from.y, to.y) - most));
  const lastY = Math.min(height - 1, Math.ceil(Math.max(from.y, to.y) + most));
  const firstX = Math.max(0, Math.floor(Math.min(from.x, to.x) - most));
  const lastX = Math.min(width - 1, Math.ceil(Math.max(from.x, to.x) + most));
  for (let y = firstY; y <= lastY; y++) {
    const py = y + 0.5 - from.y;
    for (let x = firstX; x <= lastX; x++) {
      const px = x + 0.5 - from.x;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const r = from.r + t * dr;
      if ((px - t * dx) ** 2 + (py - t * dy) ** 2 <= r * r) ink[y * width + x] = value;
    }
  }
}

interface Disc {
  x: number;
  y: number;
  r: number;
}

function fillPath(raster: Raster, discs: readonly Disc[], value: number): void {
  let last = discs[0];
  if (!last) return;
  if (discs.length === 1) fillLine(raster, last, last, value);
  discs.forEach((disc, i) => {
    if (i === 0 || !last) return;
    // What lies within a raster pixel changes nothing: a slow hand tells many such places.
    if (i < discs.length - 1 && Math.hypot(disc.x - last.x, disc.y - last.y) < 1) return;
    fillLine(raster, last, disc, value);
    last = disc;
  });
}

/**
 * Makes what was drawn by hand into a picture like MNIST's. The strokes are drawn anew with a pen as wide, beside the drawing's
 * own size, as MNIST's are; so a digit a tenth as large as the paper becomes the same picture as one that fills it.
 * @param base a picture laid under the strokes over the whole paper, or null
 * @param layout how the data set's pictures are laid: a drawing has to be like them
 * @returns bytes of one picture; all 0 where nothing is drawn
 */
export function fromStrokes(
  base: Uint8Array | null,
  strokes: readonly InkStroke[],
  { box: size, middle }: Layout = MNIST_LAYOUT,
): Uint8Array<ArrayBuffer> {
  if (base && strokes.length === 0) return Uint8Array.from(base);
  const reach = reachOf(base, strokes);
  if (!reach) return new Uint8Array(PAPER.pixels);
  /** Raster pixels that are as long as the paper. */
  const scale = ((size - PEN_PIXELS) * FINE) / reach.size;
  const margin = (PEN_PIXELS / 2 + MARGIN) * FINE;
  const raster: Raster = {
    ink: new Uint8Array(0),
    width: Math.ceil((reach.right - reach.left) * scale + 2 * margin),
    height: Math.ceil((reach.bottom - reach.top) * scale + 2 * margin),
  };
  raster.ink = new Uint8Array(raster.width * raster.height);
  if (base)
    layBase(
      raster,
      base,
      (x) => (x - margin) / scale + reach.left,
      (y) => (y - margin) / scale + reach.top,
    );
  const pen = (PEN_SHARE * reach.size * scale) / 2;
  for (const { erase, path, press } of strokes) {
    const discs: Disc[] = [];
    for (let i = 0; i < path.length; i += 2) {
      discs.push({
        x: (path[i]! - reach.left) * scale + margin,
        y: (path[i + 1]! - reach.top) * scale + margin,
        r: erase ? (ERASER / 2) * scale : pen * (press?.[i / 2] ?? 1),
      });
    }
    fillPath(raster, discs, erase ? 0 : 255);
  }
  const box = inkBox(raster.ink, raster.width, raster.height);
  return box ? layInk(raster.ink, raster.width, box, FINE, middle) : new Uint8Array(PAPER.pixels);
}

/** Copies the picture under the strokes into the raster. */
function layBase(
  { ink, width, height }: Raster,
  base: Uint8Array,
  paperX: (x: number) => number,
  paperY: (y: number) => number,
): void {
  for (let y = 0; y < height; y++) {
    const row = Math.floor(paperY(y + 0.5) * PAPER.side);
    if (row < 0 || row >= PAPER.side) continue;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(paperX(x + 0.5) * PAPER.side);
      if (column >= 0 && column < PAPER.side) ink[y * width + x] = base[row * PAPER.side + column]!;
    }
  }
}
