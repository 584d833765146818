import { channels, filters, half, kernel, line, mapsOfPlane, planeOfBytes, planeOfMaps, run, side, vectors } from './maps';
import { moveRow } from './update';

/**
 * A convolution with its pooling, backward.
 *
 * Idea. Of four places that were pooled only the winner has a slope, and where relu let nothing through none has: of the products of a textbook's backward pass seven
 * of eight have a factor 0. So the slopes that are not 0 are listed first, for each filter of a picture: which window won, and the slope g.
 * With such a list both things that are wanted are one line of arithmetic on straight runs of a plane, X what came in, D its slopes, w the filter:
 *
 *   what the filter learns       G ← G + g · X[window]     for all entries: `gather`
 *   what goes back               D[window] ← D[window] + g · w              `scatter`
 *
 * (The list is compressed sparse columns, one column a filter; Gustavson, "Two Fast Algorithms for Sparse Matrices", ACM TOMS 4, 1978. ink.ts does the same for pictures.)
 * G, or w, stands in up to eight registers while a list is gone through: taps, four numbers of a window each.
 *
 * Layout. G, and w turned (`turnFilters`), are [filters, kernel, vectors · 4]: a window's lines, each rounded up to whole vectors. In G what lies beyond a line
 * is rubbish that nobody reads; w has none, since slopes only go back to maps whose channels are a multiple of four.
 *
 * Bits. G adds up picture by picture, in a picture place by place in reading order; D filter by filter, taps in groups, places in reading order. Entries left out would add 0.
 *
 * Bound. That of a sum of as many products as there are entries (product.ts).
 */
const ENTRY: usize = 8;

/**
 * @param slopes of the pooled sums: [pictures, half, half, filters]
 * @param winners as `convolve` left them
 * @param lists room for filters · half² entries, of eight bytes
 * @param ends room for one u32 a filter
 * @param source, bytes, plane: as for `convolve`
 * @param gradient G, which becomes that of this batch
 * @param turned the filters as `turnFilters` left them
 * @param back where the slopes of what came in go, [pictures, side, side, channels]; 0: nowhere, for the first layer
 * @param backPlane room for one more plane
 */
export function convolveBack(
  slopes: usize, winners: usize, lists: usize, ends: usize, source: usize, bytes: bool, plane: usize,
  gradient: usize, turned: usize, back: usize, backPlane: usize, pictures: u32,
): void {
  const count: usize = side * side * channels;
  const cells: usize = half * half;
  const size: usize = (bytes ? 1 : 4) * count;
  const pooled: usize = 4 * cells * filters;
  memory.fill(gradient, 0, 16 * filters * kernel * vectors);
  for (let picture: u32 = 0; picture < pictures; picture++) {
    listSlopes(lists, ends, winners, slopes, cells);
    if (bytes) planeOfBytes(plane, source);
    else planeOfMaps(plane, source);
    eachTaps(false, plane, lists, ends, gradient, cells);
    if (back !== 0) {
      memory.fill(backPlane, 0, line * (side + kernel - 1));
      eachTaps(true, backPlane, lists, ends, turned, cells);
      mapsOfPlane(back, backPlane);
      back += 4 * count;
    }
    slopes += pooled;
    winners += pooled;
    source += size;
  }
}

/** Lists one picture's slopes that are not 0. Four filters at a time, without a branch that depends on a slope: an entry is always written, and kept if it counts. */
function listSlopes(lists: usize, ends: usize, winners: usize, slopes: usize, cells: usize): void {
  const row: usize = 4 * filters;
  const room = ENTRY * cells;
  for (let first: usize = 0; first < row; first += 16, lists += 4 * room, ends += 16) {
    let to0 = lists;
    let to1 = to0 + room;
    let to2 = to1 + room;
    let to3 = to2 + room;
    let from = first;
    for (let cell: usize = 0; cell < cells; cell++, from += row) {
      const g = v128.load(slopes + from);
      const counts = i32x4.bitmask(f32x4.ne(g, f32x4.splat(0)));
      if (counts === 0) continue;
      const won = v128.load(winners + from);
      const low = v128.shuffle<i32>(won, g, 0, 4, 1, 5);
      const high = v128.shuffle<i32>(won, g, 2, 6, 3, 7);
      v128.store64_lane(to0, low, 0);
      v128.store64_lane(to1, low, 1);
      v128.store64_lane(to2, high, 0);
      v128.store64_lane(to3, high, 1);
      to0 += (counts & 1) << 3;
      to1 += (counts & 2) << 2;
      to2 += (counts & 4) << 1;
      to3 += counts & 8;
    }
    store<u32>(ends, <u32>to0);
    store<u32>(ends, <u32>to1, 4);
    store<u32>(ends, <u32>to2, 8);
    store<u32>(ends, <u32>to3, 12);
  }
}

/** Goes through each filter's list, for all taps of the window in groups of up to eight, as even as they come. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function eachTaps(scatter: bool, plane: usize, lists: usize, ends: usize, numbers: usize, cells: usize): void {
  const all = kernel * vectors;
  const groups = (all + 7) / 8;
  const most = (all + groups - 1) / groups;
  for (let filter: usize = 0; filter < filters; filter++, ends += 4, lists += ENTRY * cells) {
    const end = <usize>load<u32>(ends);
    if (end === lists) {
      numbers += 16 * all;
      continue;
    }
    for (let tap: usize = 0; tap < all; tap += most) {
      const some = min(most, all - tap);
      if (some === 8) taps(scatter, 8, plane, lists, end, numbers, tap);
      else if (some === 7) taps(scatter, 7, plane, lists, end, numbers, tap);
      else if (some === 6) taps(scatter, 6, plane, lists, end, numbers, tap);
      else if (some === 5) taps(scatter, 5, plane, lists, end, numbers, tap);
      else if (some === 4) taps(scatter, 4, plane, lists, end, numbers, tap);
      else if (some === 3) taps(scatter, 3, plane, lists, end, numbers, tap);
      else if (some === 2) taps(scatter, 2, plane, lists, end, numbers, tap);
      else taps(scatter, 1, plane, lists, end, numbers, tap);
      numbers += 16 * some;
    }
  }
}

/** Where a tap lies, in bytes from its window. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function tapAt(tap: usize): usize {
  return line * (tap / vectors) + 16 * (tap % vectors);
}

/** One list for a group of taps; `scatter` and their number are constants where this is inlined. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function taps(scatter: bool, some: usize, plane: usize, entry: usize, end: usize, numbers: usize, tap: usize): void {
  const at0 = plane + tapAt(tap);
  const at1 = some > 1 ? plane + tapAt(tap + 1) : 0;
  const at2 = some > 2 ? plane + tapAt(tap + 2) : 0;
  const at3 = some > 3 ? plane + tapAt(tap + 3) : 0;
  const at4 = some > 4 ? plane + tapAt(tap + 4) : 0;
  const at5 = some > 5 ? plane + tapAt(tap + 5) : 0;
  const at6 = some > 6 ? plane + tapAt(tap + 6) : 0;
  const at7 = some > 7 ? plane + tapAt(tap + 7) : 0;
  let n0 = v128.load(numbers);
  let n1 = some > 1 ? v128.load(numbers, 16) : n0;
  let n2 = some > 2 ? v128.load(numbers, 32) : n0;
  let n3 = some > 3 ? v128.load(numbers, 48) : n0;
  let n4 = some > 4 ? v128.load(numbers, 64) : n0;
  let n5 = some > 5 ? v128.load(numbers, 80) : n0;
  let n6 = some > 6 ? v128.load(numbers, 96) : n0;
  let n7 = some > 7 ? v128.load(numbers, 112) : n0;
  for (; entry < end; entry += ENTRY) {
    const window = <usize>load<u32>(entry);
    const g = v128.load32_splat(entry, 4);
    n0 = one(scatter, at0 + window, g, n0);
    if (some > 1) n1 = one(scatter, at1 + window, g, n1);
    if (some > 2) n2 = one(scatter, at2 + window, g, n2);
    if (some > 3) n3 = one(scatter, at3 + window, g, n3);
    if (some > 4) n4 = one(scatter, at4 + window, g, n4);
    if (some > 5) n5 = one(scatter, at5 + window, g, n5);
    if (some > 6) n6 = one(scatter, at6 + window, g, n6);
    if (some > 7) n7 = one(scatter, at7 + window, g, n7);
  }
  if (scatter) return;
  v128.store(numbers, n0);
  if (some > 1) v128.store(numbers, n1, 16);
  if (some > 2) v128.store(numbers, n2, 32);
  if (some > 3) v128.store(numbers, n3, 48);
  if (some > 4) v128.store(numbers, n4, 64);
  if (some > 5) v128.store(numbers, n5, 80);
  if (some > 6) v128.store(numbers, n6, 96);
  if (some > 7) v128.store(numbers, n7, 112);
}

/** Four numbers of one entry: into the plane, or out of it. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function one(scatter: bool, at: usize, g: v128, numbers: v128): v128 {
  const there = v128.load(at);
  if (!scatter) return f32x4.add(numbers, f32x4.mul(g, there));
  v128.store(at, f32x4.add(there, f32x4.mul(g, numbers)));
  return numbers;
}

/** Turns filters [kernel · kernel · channels, filters], `row` bytes each, into [filters, kernel, kernel · channels]. */
export function turnFilters(turned: usize, w: usize, row: usize): void {
  const all = kernel * kernel * channels;
  for (let filter: usize = 0; filter < filters; filter++) {
    let from = w + 4 * filter;
    for (let i: usize = 0; i < all; i++, from += row, turned += 4) store<f32>(turned, load<f32>(from));
  }
}

/** Moves the filters by what `convolveBack` left. `scratch`: a row. */
export function learnFilters(w: usize, row: usize, gradient: usize, scratch: usize, decay: f32): void {
  const size: usize = 16 * kernel * vectors;
  for (let y: usize = 0; y < kernel; y++, gradient += 16 * vectors)
    for (let at: usize = 0; at < run; at += 4, w += row) {
      let from = gradient + at;
      for (let filter: usize = 0; filter < filters; filter++, from += size)
        store<f32>(scratch + 4 * filter, load<f32>(from));
      moveRow(w, scratch, decay, filters);
    }
}
