import { exp4, sigmoid4, tanh4 } from './exponential';

/**
 * Activations of the hidden layers, over whole blocks of numbers (a multiple of four, 16-byte steps), and their slopes, which are taken from the
 * answers y, not from the sums z: so z need not be kept.
 *
 *   relu     y = max(0, z)        slope 1 where y > 0, else 0
 *   sigmoid  y = 1 / (1 + e⁻ᶻ)    slope y − y²
 *   tanh     y = tanh z           slope 1 − y²
 */
export const RELU: u32 = 0;
export const SIGMOID: u32 = 1;
export const TANH: u32 = 2;

/** Sums to answers, in place. relu hands NaN on, so that a diverged training shows. */
export function activate(kind: u32, z: usize, count: u32): void {
  const end = z + 4 * <usize>count;
  if (kind === RELU) {
    for (; z < end; z += 16) v128.store(z, f32x4.max(v128.load(z), f32x4.splat(0)));
  } else if (kind === SIGMOID) {
    for (; z < end; z += 16) v128.store(z, sigmoid4(v128.load(z)));
  } else {
    for (; z < end; z += 16) v128.store(z, tanh4(v128.load(z)));
  }
}

/** The chain rule through an activation: d ← d · slope(y), in place. */
export function slopes(kind: u32, y: usize, d: usize, count: u32): void {
  const end = d + 4 * <usize>count;
  if (kind === RELU) {
    for (; d < end; d += 16, y += 16)
      v128.store(d, v128.and(v128.load(d), f32x4.gt(v128.load(y), f32x4.splat(0))));
  } else if (kind === SIGMOID) {
    for (; d < end; d += 16, y += 16) {
      const answers = v128.load(y);
      v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(answers, f32x4.mul(answers, answers))));
    }
  } else {
    for (; d < end; d += 16, y += 16) {
      const answers = v128.load(y);
      v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(f32x4.splat(1), f32x4.mul(answers, answers))));
    }
  }
}

/** eˣ of a block, in place: what softmax is made of, for tests. */
export function exponentials(x: usize, count: u32): void {
  const end = x + 4 * <usize>count;
  for (; x < end; x += 16) v128.store(x, exp4(v128.load(x)));
}
