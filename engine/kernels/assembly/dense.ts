import { product } from './product';
import { moveRow } from './update';

/**
 * What a dense layer learns from a batch. Its gradient is Aᵀ · D: A the numbers that came into the layer (a row an example), D the slopes of its sums.
 * Four rows of it at a time go into a scratch of four rows and are used up at once (update.ts).
 *
 * @param w the layer's weights, a row an input
 * @param row from one row of w, of D and of the scratch to the next
 * @param a what came in
 * @param aRow from one example of A to the next
 * @param packed D as `pack` left it: examples × units
 * @param zeros a row of zeros
 * @param scratch four rows
 * @param units the layer's units, padding with them
 * @param decay 2 λ
 */
export function learnDense(
  w: usize, row: usize, a: usize, aRow: usize, packed: usize, zeros: usize, scratch: usize,
  inputs: u32, units: u32, examples: u32, decay: f32,
): void {
  for (let input: u32 = 0; input < inputs; input += 4) {
    const rows = min(4, inputs - input);
    product(scratch, row, zeros, 0, a + 4 * <usize>input, 4, aRow, packed, rows, units, examples);
    let g = scratch;
    for (let i: u32 = 0; i < rows; i++, w += row, g += row) moveRow(w, g, decay, units);
  }
}

/** What the biases learn: their gradient is the sum of D's rows. Penalties leave them out. */
export function learnBiases(b: usize, d: usize, row: usize, scratch: usize, units: u32, examples: u32): void {
  for (let at: usize = 0; at < 4 * <usize>units; at += 16) {
    let sum = f32x4.splat(0);
    let from = d + at;
    for (let example: u32 = 0; example < examples; example++, from += row)
      sum = f32x4.add(sum, v128.load(from));
    v128.store(scratch + at, sum);
  }
  moveRow(b, scratch, 0, units);
}
