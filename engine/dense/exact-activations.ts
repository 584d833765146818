import type { ActivationForms } from './dense-network';

/**
 * sigmoid and tanh from operations that IEEE 754 rounds exactly (+ − × ÷). Math.exp and Math.tanh may differ in the last bit
 * from one JavaScript engine to another, and a training at a large rate makes many steps' difference of one bit. Where a
 * server replays what a browser has shown, both must take the very same steps.
 */

/** ln 2 in two parts: k · HIGH is exact for every k that occurs (the split of fdlibm, Sun Microsystems 1993). */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LARGEST = 1022;
/** Terms of the series; on |r| ≤ ln 2 / 2 the next one is below the last bit. */
const TERMS = 14;

/** 2^k for k from −LARGEST to LARGEST, by doubling and halving: exact. */
const POWERS = new Float64Array(2 * LARGEST + 1);
POWERS[LARGEST] = 1;
for (let k = 1; k <= LARGEST; k++) {
  POWERS[LARGEST + k] = POWERS[LARGEST + k - 1]! * 2;
  POWERS[LARGEST - k] = POWERS[LARGEST - k + 1]! / 2;
}

/** (e^r − 1) / r for small r: 1 + r/2 (1 + r/3 (1 + …)). */
function series(r: number): number {
  let sum = 1;
  for (let n = TERMS; n >= 2; n--) sum = 1 + (r * sum) / n;
  return sum;
}

/** e^x = 2^k · e^r with |r| ≤ ln 2 / 2. Beyond what a double holds: 0 or Infinity. */
export function exactExp(x: number): number {
  const k = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5);
  if (!(k >= -LARGEST)) return Number.isNaN(x) ? Number.NaN : 0;
  if (k > LARGEST) return Number.POSITIVE_INFINITY;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  return (1 + r * series(r)) * POWERS[LARGEST + k]!;
}

export function exactSigmoid(z: number): number {
  return 1 / (1 + exactExp(-z));
}

/** (e^2z − 1) / (e^2z + 1); near 0 without taking 1 from what is nearly 1. */
export function exactTanh(z: number): number {
  if (Math.abs(z) < 0.15) {
    const less = 2 * z * series(2 * z);
    return less / (less + 2);
  }
  return 1 - 2 / (exactExp(2 * z) + 1);
}

/** In place of ACTIVATION_RULES' own; the others and all derivatives need no more than exact operations anyway. */
export const EXACT_FORMS: ActivationForms = {
  sigmoid: exactSigmoid,
  tanh: exactTanh,
};
