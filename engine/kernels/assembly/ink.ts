import { moveRow, restsAtZero } from './update';

/**
 * The first layer, straight from a picture's bytes. Four of five pixels of a written digit are paper, a zero that changes no sum: so only the ink is
 * gone through. Forward goes picture by picture and adds the ink's rows of weights; learning goes pixel by pixel and adds the rows of slopes
 * of the pictures with ink there. Both orders come from one pass over the bytes and a counting sort (Knuth, "The Art of Computer
 * Programming", vol. 3, § 5.2, algorithm D).
 *
 * Layout: a list is `starts`, where each owner's entries begin (u32, one more than there are owners), and `entries`, eight bytes each: an index (u32) and what the pixel
 * is worth from 0 to 1 (f32).
 *
 * Bits: x · 0 adds nothing and each sum keeps its order, so the result has the bits of the whole product. (Unless a weight is infinite: a diverged
 * training.)
 */
const ENTRY: usize = 8;

/** Lists the ink by picture (index: the pixel). Room is needed for every pixel of every picture. */
export function inkByPicture(bytes: usize, pictures: u32, size: u32, starts: usize, entries: usize): void {
  let count: u32 = 0;
  for (let picture: u32 = 0; picture < pictures; picture++, starts += 4) {
    store<u32>(starts, count);
    let pixel: u32 = 0;
    while (pixel < size) {
      // Sixteen pixels of paper at once.
      if (pixel + 16 <= size && !v128.any_true(v128.load(bytes + pixel))) {
        pixel += 16;
        continue;
      }
      for (const end = min(pixel + 16, size); pixel < end; pixel++) {
        const byte = load<u8>(bytes + pixel);
        if (byte === 0) continue;
        const entry = entries + ENTRY * <usize>count;
        count += 1;
        store<u32>(entry, pixel);
        store<f32>(entry + 4, <f32>byte / 255);
      }
    }
    bytes += size;
  }
  store<u32>(starts, count);
}

/** Lists by pixel (index: the picture) what is listed by picture; the pictures of a pixel in rising order. */
export function inkByPixel(
  fromStarts: usize, fromEntries: usize, pictures: u32, size: u32, starts: usize, entries: usize,
): void {
  memory.fill(starts, 0, 4 * (<usize>size + 1));
  const total = load<u32>(fromStarts + 4 * <usize>pictures);
  // How many each pixel has, one place further on; then where each begins.
  for (let i: u32 = 0; i < total; i++) {
    const at = starts + 4 * <usize>load<u32>(fromEntries + ENTRY * <usize>i) + 4;
    store<u32>(at, load<u32>(at) + 1);
  }
  for (let pixel: u32 = 0; pixel < size; pixel++) {
    const at = starts + 4 * <usize>pixel;
    store<u32>(at + 4, load<u32>(at) + load<u32>(at + 4));
  }
  for (let picture: u32 = 0; picture < pictures; picture++) {
    const end = load<u32>(fromStarts + 4 * <usize>picture + 4);
    for (let i = load<u32>(fromStarts + 4 * <usize>picture); i < end; i++) {
      const from = fromEntries + ENTRY * <usize>i;
      const at = starts + 4 * <usize>load<u32>(from);
      const place = load<u32>(at);
      const to = entries + ENTRY * <usize>place;
      store<u32>(to, picture);
      store<f32>(to + 4, load<f32>(from + 4));
      store<u32>(at, place + 1);
    }
  }
  // Each start has moved to its end, which is where the next one begins.
  memory.copy(starts + 4, starts, 4 * <usize>size);
  store<u32>(starts, 0);
}

/** Z = biases + X · W for the pictures of a list: a row of Z a picture, `row` bytes like those of W. */
export function inkForward(
  z: usize, w: usize, biases: usize, row: usize, starts: usize, entries: usize, pictures: u32, units: u32,
): void {
  for (let picture: u32 = 0; picture < pictures; picture++, starts += 4, z += row)
    sumRows(z, biases, w, row, entries + ENTRY * <usize>load<u32>(starts), entries + ENTRY * <usize>load<u32>(starts + 4), units);
}

/** What the first layer learns: for each pixel the slopes of the pictures with ink there. `zeros`: a row of zeros; `scratch`: a row. */
export function learnInk(
  w: usize, row: usize, d: usize, starts: usize, entries: usize, zeros: usize, scratch: usize,
  size: u32, units: u32, decay: f32,
): void {
  for (let pixel: u32 = 0; pixel < size; pixel++, starts += 4, w += row) {
    const from = load<u32>(starts);
    const to = load<u32>(starts + 4);
    if (from === to && restsAtZero(decay)) continue;
    sumRows(scratch, zeros, d, row, entries + ENTRY * <usize>from, entries + ENTRY * <usize>to, units);
    moveRow(w, scratch, decay, units);
  }
}

/** One row: what it begins with, and then of each entry the row of its index times its value. Up to 32 numbers at a time, in registers. */
function sumRows(
  out: usize, start: usize, rows: usize, row: usize, from: usize, to: usize, units: u32,
): void {
  let left = units;
  for (; left >= 32; left -= 32, out += 128, start += 128, rows += 128) sumTile(8, out, start, rows, row, from, to);
  if (left >= 16) {
    sumTile(4, out, start, rows, row, from, to);
    left -= 16, out += 64, start += 64, rows += 64;
  }
  if (left >= 8) {
    sumTile(2, out, start, rows, row, from, to);
    left -= 8, out += 32, start += 32, rows += 32;
  }
  if (left >= 4) sumTile(1, out, start, rows, row, from, to);
}

/** `wide` registers of four sums; a constant where this is inlined (see `tile` in product.ts). */
// @ts-ignore: a decorator of AssemblyScript
@inline
function sumTile(
  wide: u32, out: usize, start: usize, rows: usize, row: usize, from: usize, to: usize,
): void {
  let s0 = v128.load(start);
  let s1 = wide > 1 ? v128.load(start, 16) : f32x4.splat(0);
  let s2 = wide > 2 ? v128.load(start, 32) : f32x4.splat(0);
  let s3 = wide > 2 ? v128.load(start, 48) : f32x4.splat(0);
  let s4 = wide > 4 ? v128.load(start, 64) : f32x4.splat(0);
  let s5 = wide > 4 ? v128.load(start, 80) : f32x4.splat(0);
  let s6 = wide > 4 ? v128.load(start, 96) : f32x4.splat(0);
  let s7 = wide > 4 ? v128.load(start, 112) : f32x4.splat(0);
  for (; from < to; from += ENTRY) {
    const at = rows + row * load<u32>(from);
    const x = v128.load32_splat(from, 4);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(at)));
    if (wide > 1) s1 = f32x4.add(s1, f32x4.mul(x, v128.load(at, 16)));
    if (wide > 2) {
      s2 = f32x4.add(s2, f32x4.mul(x, v128.load(at, 32)));
      s3 = f32x4.add(s3, f32x4.mul(x, v128.load(at, 48)));
    }
    if (wide > 4) {
      s4 = f32x4.add(s4, f32x4.mul(x, v128.load(at, 64)));
      s5 = f32x4.add(s5, f32x4.mul(x, v128.load(at, 80)));
      s6 = f32x4.add(s6, f32x4.mul(x, v128.load(at, 96)));
      s7 = f32x4.add(s7, f32x4.mul(x, v128.load(at, 112)));
    }
  }
  v128.store(out, s0);
  if (wide > 1) v128.store(out, s1, 16);
  if (wide > 2) {
    v128.store(out, s2, 32);
    v128.store(out, s3, 48);
  }
  if (wide > 4) {
    v128.store(out, s4, 64);
    v128.store(out, s5, 80);
    v128.store(out, s6, 96);
    v128.store(out, s7, 112);
  }
}
