import { ADAPT_SHIFT, emptySlot, freshModel, PROBABILITY_BITS, valueSlot } from './pixel-model';

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
  const model = freshModel();
  let range = 0xffffffff;
  let code = 0;
  let next = 0;
  for (; next < 4; next++) code = ((code << 8) | packed[next]!) >>> 0;

  const get = (slot: number): number => {
    const chance = model[slot]!;
    const bound = (range >>> PROBABILITY_BITS) * chance;
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
      code = ((code << 8) | (packed[next++] ?? 0)) >>> 0;
    }
    return bit;
  };

  for (let picture = 0; picture < count; picture++) {
    const from = picture * size;
    for (let at = from; at < from + size; at++) {
      if (get(emptySlot(pixels, side, from, at)) === 0) continue;
      const base = valueSlot(pixels, side, from, at);
      let node = 1;
      while (node < 256) node = (node << 1) | get(base + node);
      pixels[at] = node & 0xff;
    }
    if ((picture + 1) % pictures === 0) yield picture + 1;
  }
  return pixels;
}
