import {
  ADAPT_SHIFT,
  emptySlot,
  FramedPicture,
  freshModel,
  PROBABILITY_BITS,
  valueSlot,
} from './pixel-model';

/**
 * Packs pictures (side × side bytes each) with an adaptive binary range coder (the arithmetic of G. N. N. Martin, 1979, with
 * the carry kept back as in LZMA's coder). Why not gzip: iPads before Safari 16.4 cannot unpack gzip in a script, the
 * result is a fifth smaller, and it is the same bytes on every machine, which zlib does not promise.
 */
export function encodePixels(pixels: Uint8Array, side: number): Uint8Array {
  const size = side * side;
  const model = freshModel();
  const out: number[] = [];
  let low = 0;
  let range = 0xffffffff;
  let cache = 0;
  let pending = 0;
  let begun = false;

  const shiftLow = () => {
    if (low < 0xff000000 || low > 0xffffffff) {
      const carry = low > 0xffffffff ? 1 : 0;
      if (begun) out.push((cache + carry) & 0xff);
      begun = true;
      for (; pending > 0; pending--) out.push((0xff + carry) & 0xff);
      cache = (low >>> 24) & 0xff;
    } else {
      pending++;
    }
    low = (low & 0x00ffffff) * 256;
  };

  const put = (slot: number, bit: number) => {
    const chance = model[slot]!;
    const bound = (range >>> PROBABILITY_BITS) * chance;
    if (bit === 0) {
      range = bound;
      model[slot] = chance + (((1 << PROBABILITY_BITS) - chance) >> ADAPT_SHIFT);
    } else {
      low += bound;
      range = (range - bound) >>> 0;
      model[slot] = chance - (chance >> ADAPT_SHIFT);
    }
    while (range < 0x1000000) {
      range = (range << 8) >>> 0;
      shiftLow();
    }
  };

  const { pixels: framed, stride, first, places } = new FramedPicture(side);
  for (let from = 0; from < pixels.length; from += size) {
    for (let offset = 0; offset < size; offset++) {
      const at = first + Math.floor(offset / side) * stride + (offset % side);
      const value = pixels[from + offset]!;
      put(emptySlot(framed, stride, at, places[offset]!), value === 0 ? 0 : 1);
      if (value > 0) {
        const base = valueSlot(framed, stride, at);
        let node = 1;
        for (let bit = 7; bit >= 0; bit--) {
          const answer = (value >> bit) & 1;
          put(base + node, answer);
          node = (node << 1) | answer;
        }
      }
      framed[at] = value;
    }
  }
  for (let i = 0; i < 5; i++) shiftLow();
  return Uint8Array.from(out);
}
