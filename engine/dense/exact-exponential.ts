/**
 * e^x from operations that IEEE 754 rounds exactly (+ − × ÷ and a table made of them), so that every JavaScript engine gets the
 * same bits. Math.exp and Math.tanh may differ in the last bit from one engine to another, and a training at a large rate makes
 * many steps' difference of one bit: where a server replays what a browser has shown, both must take the very same steps. It is
 * quicker than Math.exp, too.
 *
 * Table-driven after Tang (1989), “Table-driven implementation of the exponential function in IEEE floating-point arithmetic”:
 * x = (32 m + j) · ln 2 / 32 + r, so e^x = 2^m · 2^(j/32) · e^r with |r| ≤ ln 2 / 64.
 */

/** Parts of a power of two that the table has. */
const PARTS = 32;
/** ln 2 in two parts: k · HIGH is exact for every k that occurs (the split of fdlibm, Sun Microsystems 1993). */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PART_HIGH = LN2_HIGH / PARTS;
const PART_LOW = LN2_LOW / PARTS;
const PER_PART = PARTS / (LN2_HIGH + LN2_LOW);
/** Powers of two that a double has as a normal number. */
const LARGEST = 1022;
/** Terms of the series: on |r| ≤ ln 2 the next one is below the last bit. */
const TERMS = 20;
/** Added and taken away again, it rounds to a whole number, half to even. */
export const ROUNDER = 6_755_399_441_055_744;

/** (e^r − 1) / r for |r| ≤ ln 2: 1 + r/2 (1 + r/3 (1 + …)). For tables; it keeps its digits near 0. */
export function exponentialSeries(r: number): number {
  let sum = 1;
  for (let n = TERMS; n >= 2; n--) sum = 1 + (r * sum) / n;
  return sum;
}

/** 2^m for m from −LARGEST to LARGEST, by doubling and halving: exact. */
const POWERS = new Float64Array(2 * LARGEST + 1);
POWERS[LARGEST] = 1;
for (let k = 1; k <= LARGEST; k++) {
  POWERS[LARGEST + k] = POWERS[LARGEST + k - 1]! * 2;
  POWERS[LARGEST - k] = POWERS[LARGEST - k + 1]! / 2;
}

/** 2^(j/32). */
const ROOTS = Float64Array.from({ length: PARTS }, (_, j) => {
  const r = j * PART_HIGH + j * PART_LOW;
  return 1 + r * exponentialSeries(r);
});

/** e^x, within 10⁻¹⁵ of it. Beyond what a double holds as a normal number: 0 or Infinity. NaN stays NaN. */
export function exactExp(x: number): number {
  const k = x * PER_PART + ROUNDER - ROUNDER;
  if (!(k >= -LARGEST * PARTS)) return Number.isNaN(x) ? Number.NaN : 0;
  if (k >= (LARGEST + 1) * PARTS) return Number.POSITIVE_INFINITY;
  const r = x - k * PART_HIGH - k * PART_LOW;
  const grown = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720))))));
  return ROOTS[k & (PARTS - 1)]! * grown * POWERS[LARGEST + (k >> 5)]!;
}
