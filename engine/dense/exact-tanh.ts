import { exactExp, exponentialSeries, ROUNDER } from './exact-exponential';

/**
 * tanh from operations that IEEE 754 rounds exactly (see exact-exponential.ts), in a third of the time of Math.tanh: half of a small
 * network's step was that. By the addition theorem, with t = tanh(k/64) from a table and |b| ≤ 1/128:
 * tanh(k/64 + b) = (t + tanh b) / (1 + t · tanh b), where four terms of the series of tanh b are exact to the last bit.
 * tanh(−z) is −tanh(z) to the bit.
 */

const PER_UNIT = 64;
/** From 19.1 on, tanh is 1 for a double. */
const FAR = 20;
const MIDDLE = FAR * PER_UNIT;

const TABLE = new Float64Array(2 * MIDDLE + 1);
for (let k = 1; k <= MIDDLE; k++) {
  const z = k / PER_UNIT;
  TABLE[MIDDLE + k] = byExponential(z);
  TABLE[MIDDLE - k] = -byExponential(z);
}

/** (e^2z − 1) / (e^2z + 1) for z > 0; near 0 without taking 1 from what is nearly 1. */
function byExponential(z: number): number {
  if (z > 0.25) return 1 - 2 / (exactExp(2 * z) + 1);
  const less = 2 * z * exponentialSeries(2 * z);
  return less / (less + 2);
}

/** tanh(z), within five units of its last place. NaN stays NaN. */
export function exactTanh(z: number): number {
  const near = z > FAR ? FAR : z < -FAR ? -FAR : z;
  const k = near * PER_UNIT + ROUNDER - ROUNDER;
  const b = near - k / PER_UNIT;
  const square = b * b;
  const p = b + b * square * (-1 / 3 + square * (2 / 15 - square * (17 / 315)));
  const t = TABLE[MIDDLE + (k | 0)]!;
  return (t + p) / (1 + t * p);
}
