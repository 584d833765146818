import {
  ADAPT_SHIFT,
  emptySlot,
  FramedPicture,
  freshModel,
  PROBABILITY_BITS,
  valueSlot,
} from './pixel-model';

/** Where a decoder stands between two pictures. `range` and `code`: unsigned 32 bits. */
interface Reader {
  readonly packed: Uint8Array;
  readonly model: Uint16Array;
  range: number;
  code: number;
  /** Index of the next byte. */
  next: number;
}

/**
 * Unpacks what encode-pixels.ts packed, some pictures at a time, so that a training under way is not held up.
 * @param packed the packed bytes
 * @param count how many pictures they hold
 * @param side rows, and columns, of a picture
 * @param pictures how many to unpack before each pause
 * @yields the number of pictures unpacked so far
 * @returns count × side × side bytes
 */
export function* decodePixels(
  packed: Uint8Array,
  count: number,
  side: number,
  pictures: number,
): Generator<number, Uint8Array, void> {
  const size = side * side;
  const pixels = new Uint8Array(count * size);
  const frame = new FramedPicture(side);
  const reader: Reader = { packed, model: freshModel(), range: 0xffffffff, code: 0, next: 0 };
  for (; reader.next < 4; reader.next++) reader.code = ((reader.code << 8) | packed[reader.next]!) >>> 0;
  for (let picture = 0; picture < count; picture++) {
    decodePicture(reader, frame, pixels.subarray(picture * size, (picture + 1) * size), side);
    if ((picture + 1) % pictures === 0) yield picture + 1;
  }
  return pixels;
}

/** Unpacks the next picture. One loop over plain variables: with functions that share them it takes half as long again. */
function decodePicture(reader: Reader, frame: FramedPicture, picture: Uint8Array, side: number): void {
  const { packed, model } = reader;
  const { stride, places, pixels } = frame;
  let { range, code, next } = reader;
  for (let y = 0, offset = 0, at = frame.first; y < side; y++, at += stride - side) {
    for (let x = 0; x < side; x++, offset++, at++) {
      let slot = emptySlot(pixels, stride, at, places[offset]!);
      let base = 0;
      // Bits of the value known so far, after a leading 1; 0 while it is asked whether there is one.
      let node = 0;
      let value = 0;
      for (;;) {
        const chance = model[slot]!;
        const bound = Math.imul(range >>> PROBABILITY_BITS, chance) >>> 0;
        let bit: number;
        if (code < bound) {
          range = bound;
          model[slot] = chance + (((1 << PROBABILITY_BITS) - chance) >> ADAPT_SHIFT);
          bit = 0;
        } else {
          code = (code - bound) >>> 0;
          range = (range - bound) >>> 0;
          model[slot] = chance - (chance >> ADAPT_SHIFT);
          bit = 1;
        }
        while (range < 0x1000000) {
          range = (range << 8) >>> 0;
          code = ((code << 8) | (next < packed.length ? packed[next]! : 0)) >>> 0;
          next++;
        }
        if (node > 0) {
          node = (node << 1) | bit;
          if (node > 255) {
            value = node & 0xff;
            break;
          }
        } else {
          if (bit === 0) break;
          base = valueSlot(pixels, stride, at);
          node = 1;
        }
        slot = base + node;
      }
      pixels[at] = value;
      picture[offset] = value;
    }
  }
  reader.range = range;
  reader.code = code;
  reader.next = next;
}
