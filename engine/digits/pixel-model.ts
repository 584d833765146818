/**
 * The statistics by which pictures are packed. A pixel is coded as a few yes/no questions; each question keeps, for
 * each situation (the pixels already known around it), how often the answer was no, and so learns while it works.
 * Coder and decoder share this file: they agree as long as both ask the same questions in the same order.
 */

/** Probabilities have 12 bits; a step towards what was seen is 1/16 of the distance. */
export const PROBABILITY_BITS = 12;
export const ADAPT_SHIFT = 4;

/** Six neighbours, empty or not, and three bands of rows. */
const EMPTY_CONTEXTS = 64 * 4;
/** How bright the pixels to the left and above are, 8 levels each. */
const VALUE_CONTEXTS = 64;

const MODEL_SLOTS = EMPTY_CONTEXTS + VALUE_CONTEXTS * 256;

/** All probabilities at one half. */
export function freshModel(): Uint16Array {
  return new Uint16Array(MODEL_SLOTS).fill(1 << (PROBABILITY_BITS - 1));
}

/** The situation of "is this pixel empty?": slots 0 to 255. `at` is the pixel's index in `pixels`, `from` its picture's first. */
export function emptySlot(pixels: Uint8Array, side: number, from: number, at: number): number {
  const offset = at - from;
  const x = offset % side;
  const left = x > 0 ? pixels[at - 1]! : 0;
  const left2 = x > 1 ? pixels[at - 2]! : 0;
  const up = offset >= side ? pixels[at - side]! : 0;
  const upLeft = offset >= side && x > 0 ? pixels[at - side - 1]! : 0;
  const upRight = offset >= side && x < side - 1 ? pixels[at - side + 1]! : 0;
  const up2 = offset >= 2 * side ? pixels[at - 2 * side]! : 0;
  const picture = side * side;
  // The margin that is empty in most pictures: 6 of 28.
  const margin = (side * 3) / 14;
  const edge = x < margin || x >= side - margin ? 0 : 1;
  const end = offset < picture / 4 || offset > (3 * picture) / 4 ? 0 : 1;
  return (
    (left ? 1 : 0) |
    (left2 ? 2 : 0) |
    (up ? 4 : 0) |
    (upLeft ? 8 : 0) |
    (upRight ? 16 : 0) |
    (up2 ? 32 : 0) |
    (edge << 6) |
    (end << 7)
  );
}

/** The first slot of the 256 by whose binary tree a filled pixel's value is told. */
export function valueSlot(pixels: Uint8Array, side: number, from: number, at: number): number {
  const offset = at - from;
  const x = offset % side;
  const left = x > 0 ? pixels[at - 1]! : 0;
  const up = offset >= side ? pixels[at - side]! : 0;
  return EMPTY_CONTEXTS + (((left >> 5) << 3) | (up >> 5)) * 256;
}
