/**
 * The statistics by which pictures are packed. A pixel is coded as a few yes/no questions; each question keeps, for
 * each situation (the pixels already known around it), how often the answer was no, and so learns while it works.
 * Coder and decoder share this file: they agree as long as both ask the same questions in the same order.
 */

/** Probabilities have 12 bits; a step towards what was seen is 1/16 of the distance. */
export const PROBABILITY_BITS = 12;
export const ADAPT_SHIFT = 4;

/** Six neighbours, empty or not, and whether the pixel lies at the sides and in the middle rows. */
const EMPTY_CONTEXTS = 64 * 4;
/** How bright the pixels to the left and above are, 8 levels each. */
const VALUE_CONTEXTS = 64;

const MODEL_SLOTS = EMPTY_CONTEXTS + VALUE_CONTEXTS * 256;

/** All probabilities at one half. */
export function freshModel(): Uint16Array {
  return new Uint16Array(MODEL_SLOTS).fill(1 << (PROBABILITY_BITS - 1));
}

/** Empty pixels around a picture, so that each of its own has all its neighbours: two to the left and above, one to the right. */
const MARGIN = 2;

/** One picture at a time with its margin, and what its pixels' places say: every pixel is asked about 11 million times a start. */
export class FramedPicture {
  /** Bytes from a pixel to the one below it. */
  readonly stride: number;
  /** Index of the first pixel of the picture. */
  readonly first: number;
  readonly pixels: Uint8Array;
  /** The part of a pixel's slot that its place decides, row by row: side × side. */
  readonly places: Uint8Array;

  /** @param side rows, and columns, of a picture */
  constructor(side: number) {
    this.stride = side + MARGIN + 1;
    this.first = MARGIN * this.stride + MARGIN;
    this.pixels = new Uint8Array((side + MARGIN) * this.stride);
    const picture = side * side;
    // The sides that are empty in most pictures: 6 of 28.
    const empty = (side * 3) / 14;
    this.places = Uint8Array.from({ length: picture }, (_, offset) => {
      const x = offset % side;
      const inside = x >= empty && x < side - empty;
      const middle = offset >= picture / 4 && offset <= (3 * picture) / 4;
      return (inside ? 64 : 0) | (middle ? 128 : 0);
    });
  }
}

/**
 * The situation of "is this pixel empty?": slots 0 to 255.
 * @param pixels a framed picture's, known before `at`
 * @param place what its place says
 */
export function emptySlot(pixels: Uint8Array, stride: number, at: number, place: number): number {
  const above = at - stride;
  return (
    place |
    (pixels[at - 1] ? 1 : 0) |
    (pixels[at - 2] ? 2 : 0) |
    (pixels[above] ? 4 : 0) |
    (pixels[above - 1] ? 8 : 0) |
    (pixels[above + 1] ? 16 : 0) |
    (pixels[above - stride] ? 32 : 0)
  );
}

/** The first slot of the 256 by whose binary tree a filled pixel's value is told. */
export function valueSlot(pixels: Uint8Array, stride: number, at: number): number {
  return EMPTY_CONTEXTS + (((pixels[at - 1]! >> 5) << 3) | (pixels[at - stride]! >> 5)) * 256;
}
