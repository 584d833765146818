/**
 * How the maps of a convolution lie in memory, for convolution.ts and convolution-back.ts.
 *
 * Maps are [side, side, channels], as tfjs has them: all channels of a place stand beside each other. A filter at some place looks at a window of
 * kernel × kernel places, so a line of its window is one straight run of kernel × channels numbers, wherever the place is. For windows at the border the maps of
 * one picture are copied into a plane first, with a frame of zeros around them that is never written: then no place needs to be asked whether it exists
 * ("same" padding). One picture's plane fits into the nearest cache and is used for all filters there.
 *
 * A window is named by where its first number lies, in bytes from the plane's.
 */

/** Sides of the maps that come in, and after pooling 2 × 2: a last line or column without a pair goes. */
export let side: usize = 0;
export let half: usize = 0;
/** Places of a window's side: odd. */
export let kernel: usize = 0;
/** Numbers a place: those that come in, and those that go out (a multiple of four). */
export let channels: usize = 0;
export let filters: usize = 0;
/** Bytes from one place of a plane to the next, and from one line to the next. */
export let place: usize = 0;
export let line: usize = 0;
/** Bytes of a window's line, and the vectors that hold it: the last one may reach beyond it. */
export let run: usize = 0;
export let vectors: usize = 0;

/** The maps for what follows. A plane has (side + kernel − 1)² · channels numbers, and room for three more behind them. */
export function setMaps(usedSide: usize, usedChannels: usize, usedKernel: usize, usedFilters: usize): void {
  side = usedSide;
  half = usedSide / 2;
  kernel = usedKernel;
  channels = usedChannels;
  filters = usedFilters;
  place = 4 * usedChannels;
  line = place * (usedSide + usedKernel - 1);
  run = place * usedKernel;
  vectors = (run + 15) / 16;
}

/** Where the maps themselves begin in a plane. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function inside(plane: usize): usize {
  return plane + ((kernel - 1) / 2) * (line + place);
}

/** A picture's bytes into the plane, 0 to 1: the numbers that ink.ts has. */
export function planeOfBytes(plane: usize, bytes: usize): void {
  const count = side * channels;
  let to = inside(plane);
  for (let y: usize = 0; y < side; y++, to += line) {
    let i: usize = 0;
    for (; i + 4 <= count; i += 4) {
      const four = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes + i)));
      v128.store(to + 4 * i, f32x4.div(f32x4.convert_i32x4_u(four), f32x4.splat(255)));
    }
    for (; i < count; i++) store<f32>(to + 4 * i, <f32>load<u8>(bytes + i) / 255);
    bytes += count;
  }
}

/** Maps into the plane. Their channels are a multiple of four. */
export function planeOfMaps(plane: usize, maps: usize): void {
  const wide = place * side;
  let to = inside(plane);
  for (let y: usize = 0; y < side; y++, to += line, maps += wide)
    for (let at: usize = 0; at < wide; at += 16) v128.store(to + at, v128.load(maps + at));
}

/** The inverse of planeOfMaps: what lies in the frame stays behind. */
export function mapsOfPlane(maps: usize, plane: usize): void {
  const wide = place * side;
  let from = inside(plane);
  for (let y: usize = 0; y < side; y++, from += line, maps += wide)
    for (let at: usize = 0; at < wide; at += 16) v128.store(maps + at, v128.load(from + at));
}

/** Rows of `width` numbers keep the first `units` of them, and the others become 0: a sigmoid makes ½ of padding, which the next layer would learn from. */
export function clearPadding(rows: usize, count: u32, units: u32, width: u32): void {
  for (let i: u32 = 0; i < count; i++, rows += 4 * <usize>width)
    for (let unit = units; unit < width; unit++) store<f32>(rows + 4 * <usize>unit, 0);
}
