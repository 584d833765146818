import { PAPER } from '@/protocol/datasets';
import { FAINTEST, MNIST_LAYOUT } from './from-drawing';

/** A line of ink, or of the eraser, in shares of the paper: 0 to 1 from left and from top. */
export interface InkStroke {
  erase: boolean;
  /** x and y in turn. */
  path: readonly number[];
  /** How much thicker (or thinner) than usual the pen is at each place; undefined: as usual everywhere. */
  press?: readonly number[] | undefined;
}

/** How wide MNIST's pens are, in pixels of the picture: tests/field/pens.test.ts measures it on the packed digits. */
export const PEN_PIXELS = 2.6;
/** Width of the pen, as a share of how far its path reaches: path and pen together fill MNIST's 20 pixels. */
export const PEN_SHARE = PEN_PIXELS / (MNIST_LAYOUT.box - PEN_PIXELS);
/** Width of the eraser in shares of the paper. */
export const ERASER = 0.14;
/** What reaches less far is a dot: it stays one, and is not made as large as a digit. */
const LEAST_REACH = 0.03;
/** How far apart places of a path are looked at where something was erased. */
const LOOK_EVERY = 0.01;

/** How far the pen's path reaches, in shares of the paper. */
export interface Reach {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The longer side; never less than a dot's. */
  size: number;
}

/** The distance of a place from a path. */
function distanceTo(path: readonly number[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < path.length; i += 2) {
    const ax = path[Math.max(0, i - 2)]!;
    const ay = path[Math.max(1, i - 1)]!;
    const dx = path[i]! - ax;
    const dy = path[i + 1]! - ay;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}

/** The places of a path; with `close` as many between them as a sweep of the eraser may part. */
function* placesOf(path: readonly number[], close: boolean): Generator<[number, number]> {
  for (let i = 0; i < path.length; i += 2) {
    const x = path[i]!;
    const y = path[i + 1]!;
    if (close && i > 0) {
      const [ax, ay] = [path[i - 2]!, path[i - 1]!];
      const steps = Math.ceil(Math.hypot(x - ax, y - ay) / LOOK_EVERY);
      for (let s = 1; s < steps; s++) yield [ax + ((x - ax) * s) / steps, ay + ((y - ay) * s) / steps];
    }
    yield [x, y];
  }
}

/**
 * Where the pen went, as far as it was not erased since: the middle of its line, so that a drawing's size does not depend on how
 * thick it is drawn. Null where nothing is left.
 * @param base a picture laid under the strokes over the whole paper, or null
 */
export function reachOf(base: Uint8Array | null, strokes: readonly InkStroke[]): Reach | null {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const erased = (x: number, y: number, since: number) =>
    strokes.some((stroke, i) => i >= since && stroke.erase && distanceTo(stroke.path, x, y) <= ERASER / 2);
  const take = (x: number, y: number, around: number) => {
    left = Math.min(left, x - around);
    right = Math.max(right, x + around);
    top = Math.min(top, y - around);
    bottom = Math.max(bottom, y + around);
  };
  // A picture's ink reaches half a pen beyond the middle of its lines.
  const around = (0.5 - PEN_PIXELS / 2) / PAPER.side;
  base?.forEach((value, i) => {
    if (value < FAINTEST) return;
    const x = ((i % PAPER.side) + 0.5) / PAPER.side;
    const y = (Math.floor(i / PAPER.side) + 0.5) / PAPER.side;
    if (!erased(x, y, 0)) take(x, y, around);
  });
  strokes.forEach(({ erase, path }, i) => {
    if (erase) return;
    const later = strokes.slice(i + 1).some((stroke) => stroke.erase);
    for (const [x, y] of placesOf(path, later)) if (!later || !erased(x, y, i + 1)) take(x, y, 0);
  });
  if (left === Number.POSITIVE_INFINITY) return null;
  return { left, right, top, bottom, size: Math.max(LEAST_REACH, right - left, bottom - top) };
}
