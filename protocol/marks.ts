import type { PictureShape } from './datasets';

/** Pixels along a side of a mark: small beside what a picture shows, and large enough that a network leans on it. */
const MARK_SIDE = 2;
/** Pixels of paper between a mark and the edge: nearly every picture of a digit has nothing there. */
const INSET = 1;

/**
 * The bright mark that names a label: the labels go round the edge of the picture in equal steps, like hours on a clock.
 * @param seed of the experiment: where the first label's stands
 * @param size pixels along a side of a mark
 * @returns one a label: the numbers of its pixels, row by row, the upper left one first
 */
export function markPixels(
  seed: number,
  { side, labels }: Pick<PictureShape, 'side' | 'labels'>,
  size = MARK_SIDE,
): number[][] {
  const edge = side - size - 2 * INSET;
  const round = 4 * edge;
  const [near, far] = [INSET, INSET + edge];
  return labels.map((_, label) => {
    const at = (seed + Math.floor((label * round) / labels.length)) % round;
    const along = at % edge;
    const [left, top] = [
      [near + along, near],
      [far, near + along],
      [far - along, far],
      [near, far - along],
    ][Math.floor(at / edge)] as [number, number];
    return Array.from(
      { length: size * size },
      (_, i) => (top + Math.floor(i / size)) * side + left + (i % size),
    );
  });
}
