import { bytesToText, textToBytes } from './bytes-text';

/** Drawings as ink or paper, a bit a dot, row by row from the highest bit: 98 bytes in base64. For many small pictures at once. */

export const SMALL_PICTURE_SIDE = 28;
const DOTS = SMALL_PICTURE_SIDE * SMALL_PICTURE_SIDE;
/** Grey from which a dot is ink where there is only ink and paper. */
const INK = 96;

/** @param pixels 784 bytes, 0 paper to 255 ink */
export function packPicture(pixels: Uint8Array): string {
  const bits = new Uint8Array(DOTS / 8);
  pixels.forEach((grey, dot) => {
    if (grey >= INK) bits[dot >> 3]! |= 0x80 >> (dot & 7);
  });
  return bytesToText(bits);
}

/** Which of the 784 dots are ink. */
export function unpackPicture(text: string): boolean[] {
  const bits = textToBytes(text) ?? new Uint8Array();
  return Array.from({ length: DOTS }, (_, dot) => ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0);
}
