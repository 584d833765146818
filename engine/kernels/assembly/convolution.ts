import { channels, filters, half, kernel, line, place, planeOfBytes, planeOfMaps, run, side } from './maps';

/**
 * A convolution with its pooling, forward: each filter's sums at four places that are pooled together, the largest of them, and the bias.
 *
 * Idea. It is the product of product.ts, in which a row of A is a window: kernel straight runs of the plane, so nothing is copied out to make a
 * matrix of windows (im2col). The four rows of a tile are the four places of one pool, its columns eight filters: when the sums are done, their
 * largest is found in the registers where they stand, and sums that nobody asks for again are never written. (Zhang, Franchetti and Low, "High Performance
 * Zero-Memory Overhead Direct Convolutions", ICML 2018, on doing without im2col.) The bias is added and the activation done after the pooling,
 * at a quarter of the work: both keep the order of values.
 *
 * Where all that four windows see is 0, which is paper, so are their sums: that is looked at first.
 *
 * Bits. Each sum is 0 + w₀x₀ + w₁x₁ + …, window line by line, place by place, channel by channel; then max, then + bias. x · 0 adds nothing, so blank windows have the same
 * bits. Of equals the first wins, in reading order. Bound of a sum: that of product.ts; max adds no error.
 *
 * @param answers where the pooled sums go: [pictures, half, half, filters]
 * @param winners where it is kept which window won, one u32 a pooled sum: in bytes from the plane's first number (maps.ts)
 * @param source what comes in, picture after picture: bytes, or maps
 * @param bytes whether these are bytes
 * @param plane room for one plane, its frame 0
 * @param packed the filters, as `pack` packs [kernel · kernel · channels, filters]
 */
export function convolve(
  answers: usize, winners: usize, source: usize, bytes: bool, plane: usize, packed: usize, biases: usize, pictures: u32,
): void {
  const size: usize = (bytes ? 1 : 4) * side * side * channels;
  const row: usize = 4 * filters;
  for (let picture: u32 = 0; picture < pictures; picture++, source += size) {
    if (bytes) planeOfBytes(plane, source);
    else planeOfMaps(plane, source);
    for (let y: usize = 0; y < half; y++) {
      let window: usize = 2 * line * y;
      for (let x: usize = 0; x < half; x++, window += 2 * place, answers += row, winners += row) {
        if (blank(plane + window)) {
          for (let at: usize = 0; at < row; at += 16) {
            v128.store(answers + at, f32x4.add(f32x4.splat(0), v128.load(biases + at)));
            v128.store(winners + at, i32x4.splat(<i32>window));
          }
          continue;
        }
        let b = packed;
        let at: usize = 0;
        for (; at + 32 <= row; at += 32, b += 8 * run * kernel)
          pool(true, answers + at, winners + at, plane, window, b, biases + at);
        if (at < row) pool(false, answers + at, winners + at, plane, window, b, biases + at);
      }
    }
  }
}

/** Whether the windows of a pool see nothing but zeros. Vectors may look a little farther: that they then find something costs time alone. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function blank(window: usize): bool {
  const wide = run + place;
  for (let y: usize = 0; y <= kernel; y++, window += line)
    for (let at: usize = 0; at < wide; at += 16) if (v128.any_true(v128.load(window + at))) return false;
  return true;
}

/** One pool for eight filters, or four; a constant where this is inlined (see `tile` in product.ts). */
// @ts-ignore: a decorator of AssemblyScript
@inline
function pool(eight: bool, answers: usize, winners: usize, plane: usize, window: usize, b: usize, biases: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let from = plane + window;
  for (let y: usize = 0; y < kernel; y++, from += line) {
    let a0 = from;
    let a1 = from + place;
    let a2 = from + line;
    let a3 = a2 + place;
    for (const end = from + run; a0 < end; a0 += 4, a1 += 4, a2 += 4, a3 += 4) {
      const b0 = v128.load(b);
      const b1 = eight ? v128.load(b, 16) : b0;
      b += eight ? 32 : 16;
      const x0 = v128.load32_splat(a0);
      c00 = f32x4.add(c00, f32x4.mul(x0, b0));
      if (eight) c01 = f32x4.add(c01, f32x4.mul(x0, b1));
      const x1 = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(x1, b0));
      if (eight) c11 = f32x4.add(c11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2);
      c20 = f32x4.add(c20, f32x4.mul(x2, b0));
      if (eight) c21 = f32x4.add(c21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3);
      c30 = f32x4.add(c30, f32x4.mul(x3, b0));
      if (eight) c31 = f32x4.add(c31, f32x4.mul(x3, b1));
    }
  }
  largest(answers, winners, biases, window, c00, c10, c20, c30);
  if (eight) largest(answers + 16, winners + 16, biases + 16, window, c01, c11, c21, c31);
}

/** The largest of four sums for four filters, and the window that it comes from. NaN goes on, so that a diverged training shows. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function largest(answers: usize, winners: usize, biases: usize, window: usize, z0: v128, z1: v128, z2: v128, z3: v128): void {
  let won = i32x4.splat(<i32>window);
  won = v128.bitselect(i32x4.splat(<i32>(window + place)), won, f32x4.gt(z1, z0));
  let most = f32x4.max(z0, z1);
  won = v128.bitselect(i32x4.splat(<i32>(window + line)), won, f32x4.gt(z2, most));
  most = f32x4.max(most, z2);
  won = v128.bitselect(i32x4.splat(<i32>(window + line + place)), won, f32x4.gt(z3, most));
  most = f32x4.max(most, z3);
  v128.store(answers, f32x4.add(most, v128.load(biases)));
  v128.store(winners, won);
}
