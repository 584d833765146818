/**
 * The matrix product under everything: C = S + A · B, in float32, four numbers an instruction (128-bit SIMD).
 *
 * Idea. A processor multiplies far faster than it fetches, so whatever is fetched must be used often before it is dropped. A tile of
 * four rows by eight columns of C is kept in eight registers of four numbers each; a step along the inner dimension fetches four numbers of A (each
 * spread over a register) and eight of B, and does 32 multiplications and 32 additions with them. More sums at once would not
 * fit beside the operands into the 16 registers of x86. (Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication", ACM TOMS 34, 2008; the tile is their micro-kernel.)
 *
 * Layout. B is packed first: its columns in panels of eight (the last one may have four), each panel row after row. So the inner loop reads
 * B in one straight line, wherever its numbers lay before, and a transposed B costs nothing but other strides in `pack`. A is read number
 * by number with any two strides, so that a transposed A costs nothing either. Rows of C are padded to multiples of four numbers: padding
 * in, padding out. All addresses and strides are in bytes, all counts in numbers.
 *
 * Bits. Every number of C is s + a₀b₀ + a₁b₁ + … in exactly this order, each product and each sum rounded to float32, whatever
 * tile it falls into. Relaxed SIMD, which may fuse the two, is not used: its bits depend on the machine.
 *
 * Bound. |error| ≤ γ(n + 1) · (|s| + Σ |aₖ bₖ|) with γ(n) = n u / (1 − n u), u = 2⁻²⁴ (Higham, "Accuracy and Stability of Numerical Algorithms", § 3.1).
 */

const VECTOR: usize = 16;
const PANEL: usize = 32;

/**
 * Packs B for `product`, panel after panel; writes steps × columns numbers.
 * @param to where the packed panels go
 * @param b first number of B
 * @param bStep from one row of B (a step of the inner dimension) to the next
 * @param bColumn from one column of B to the next
 * @param steps rows of B
 * @param columns columns of B, a multiple of four
 */
export function pack(to: usize, b: usize, bStep: usize, bColumn: usize, steps: u32, columns: u32): void {
  for (let left = columns; left > 0; left -= min(left, 8)) {
    const wide = min(left, 8);
    if (bColumn === 4) {
      let from = b;
      for (let step: u32 = 0; step < steps; step++, from += bStep) {
        v128.store(to, v128.load(from));
        to += VECTOR;
        if (wide === 4) continue;
        v128.store(to, v128.load(from, VECTOR));
        to += VECTOR;
      }
    } else {
      for (let column: usize = 0; column < wide; column++) {
        let from = b + column * bColumn;
        let at = to + column * 4;
        for (let step: u32 = 0; step < steps; step++, from += bStep, at += wide * 4)
          store<f32>(at, load<f32>(from));
      }
      to += <usize>steps * wide * 4;
    }
    b += bColumn * 8;
  }
}

/**
 * C = S + A · B.
 * @param c first number of C; it may lie where S lies, and nowhere else that is read
 * @param cRow from one row of C to the next
 * @param s what the sums begin with; `sRow` 0 takes the same row each time: biases, or zeros
 * @param a first number of A
 * @param aRow from one row of A to the next
 * @param aStep from one column of A (a step of the inner dimension) to the next
 * @param packed B as `pack` left it
 * @param rows rows of A and C
 * @param columns columns of B and C, a multiple of four
 * @param steps columns of A, rows of B
 */
export function product(
  c: usize, cRow: usize, s: usize, sRow: usize,
  a: usize, aRow: usize, aStep: usize, packed: usize,
  rows: u32, columns: u32, steps: u32,
): void {
  for (let left = columns; left > 0; left -= min(left, 8)) {
    let ci = c;
    let si = s;
    let ai = a;
    let row: u32 = 0;
    if (left >= 8) {
      for (; row + 4 <= rows; row += 4, ci += 4 * cRow, si += 4 * sRow, ai += 4 * aRow)
        tile(true, true, ci, cRow, si, sRow, ai, aRow, aStep, packed, steps);
      for (; row < rows; row++, ci += cRow, si += sRow, ai += aRow)
        tile(false, true, ci, cRow, si, sRow, ai, aRow, aStep, packed, steps);
    } else {
      for (; row + 4 <= rows; row += 4, ci += 4 * cRow, si += 4 * sRow, ai += 4 * aRow)
        tile(true, false, ci, cRow, si, sRow, ai, aRow, aStep, packed, steps);
      for (; row < rows; row++, ci += cRow, si += sRow, ai += aRow)
        tile(false, false, ci, cRow, si, sRow, ai, aRow, aStep, packed, steps);
    }
    c += PANEL;
    s += PANEL;
    packed += PANEL * steps;
  }
}

/**
 * One tile of C. Written once and inlined where it is called: `four` (rows, else one) and `eight` (columns, else four) are constants there,
 * so that each call keeps the lines it needs. There are no arrays of registers: each sum has a name.
 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function tile(
  four: bool, eight: bool,
  c: usize, cRow: usize, s: usize, sRow: usize,
  a: usize, aRow: usize, aStep: usize, b: usize, steps: u32,
): void {
  const s1 = s + sRow;
  const s2 = s1 + sRow;
  const s3 = s2 + sRow;
  let c00 = v128.load(s);
  let c01 = eight ? v128.load(s, VECTOR) : f32x4.splat(0);
  let c10 = four ? v128.load(s1) : f32x4.splat(0);
  let c11 = four && eight ? v128.load(s1, VECTOR) : f32x4.splat(0);
  let c20 = four ? v128.load(s2) : f32x4.splat(0);
  let c21 = four && eight ? v128.load(s2, VECTOR) : f32x4.splat(0);
  let c30 = four ? v128.load(s3) : f32x4.splat(0);
  let c31 = four && eight ? v128.load(s3, VECTOR) : f32x4.splat(0);
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let step: u32 = 0; step < steps; step++) {
    const b0 = v128.load(b);
    const b1 = eight ? v128.load(b, VECTOR) : b0;
    const x0 = v128.load32_splat(a);
    c00 = f32x4.add(c00, f32x4.mul(x0, b0));
    if (eight) c01 = f32x4.add(c01, f32x4.mul(x0, b1));
    if (four) {
      const x1 = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(x1, b0));
      if (eight) c11 = f32x4.add(c11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2);
      c20 = f32x4.add(c20, f32x4.mul(x2, b0));
      if (eight) c21 = f32x4.add(c21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3);
      c30 = f32x4.add(c30, f32x4.mul(x3, b0));
      if (eight) c31 = f32x4.add(c31, f32x4.mul(x3, b1));
      a1 += aStep;
      a2 += aStep;
      a3 += aStep;
    }
    a += aStep;
    b += eight ? PANEL : VECTOR;
  }
  v128.store(c, c00);
  if (eight) v128.store(c, c01, VECTOR);
  if (four) {
    const d1 = c + cRow;
    const d2 = d1 + cRow;
    const d3 = d2 + cRow;
    v128.store(d1, c10);
    if (eight) v128.store(d1, c11, VECTOR);
    v128.store(d2, c20);
    if (eight) v128.store(d2, c21, VECTOR);
    v128.store(d3, c30);
    if (eight) v128.store(d3, c31, VECTOR);
  }
}
