import { exp4 } from './exponential';

/**
 * Where backpropagation begins: softmax's probabilities p of the answer layer's sums, and the slope of the mean loss by these sums, y being 1 for
 * the right label and 0 for the others, e = p − y, n the number of examples:
 *
 *   cross-entropy −Σ y log p    (p − y) / n
 *   squared error  Σ (p − y)²   2 p (e − Σ e p) / n
 *
 * The largest sum comes off before e to its power, so that nothing overflows. Bounds: 5·10⁻⁷ / n absolute, measured against float64 with up to 16 labels.
 */
export const CROSS_ENTROPY: u32 = 0;
export const SQUARED_ERROR: u32 = 1;

/**
 * @param loss CROSS_ENTROPY or SQUARED_ERROR
 * @param d where the slopes go, rows like those of z; padding becomes 0
 * @param z the answer layer's sums
 * @param row from one row to the next: 4 × classes, rounded up to multiples of 16
 * @param labels one byte an example
 */
export function lossSlopes(
  loss: u32, d: usize, z: usize, row: usize, labels: usize, examples: u32, classes: u32,
): void {
  const share: f32 = 1 / <f32>examples;
  for (let example: u32 = 0; example < examples; example++, d += row, z += row) {
    softmax(d, z, row, classes);
    const right = d + 4 * <usize>load<u8>(labels + example);
    if (loss === CROSS_ENTROPY) {
      store<f32>(right, load<f32>(right) - 1);
      for (let at = d; at < d + row; at += 16) v128.store(at, f32x4.mul(v128.load(at), f32x4.splat(share)));
      continue;
    }
    const last = d + 4 * <usize>classes;
    let mean: f32 = 0;
    for (let at = d; at < last; at += 4) {
      const p = load<f32>(at);
      mean += (at === right ? p - 1 : p) * p;
    }
    for (let at = d; at < last; at += 4) {
      const p = load<f32>(at);
      store<f32>(at, p * ((at === right ? p - 1 : p) - mean) * (2 * share));
    }
  }
}

/** Probabilities of one row; padding becomes 0. */
function softmax(p: usize, z: usize, row: usize, classes: u32): void {
  const last = p + 4 * <usize>classes;
  let top = load<f32>(z);
  for (let at: usize = 4; at < 4 * <usize>classes; at += 4) top = max(top, load<f32>(z + at));
  for (let at: usize = 0; at < row; at += 16)
    v128.store(p + at, exp4(f32x4.sub(v128.load(z + at), f32x4.splat(top))));
  for (let at = last; at < p + row; at += 4) store<f32>(at, 0);
  let sum: f32 = 0;
  for (let at = p; at < last; at += 4) sum += load<f32>(at);
  for (let at = p; at < last; at += 4) store<f32>(at, load<f32>(at) / sum);
}
