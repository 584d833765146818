/**
 * e^x from operations that IEEE 754 rounds exactly (+ − × ÷ and a table made of them), so that every JavaScript engine gets the
 * same bits. Math.exp and Math.tanh may differ in the last bit from one engine to another, and a training at a large rate makes
 * many steps' difference of one bit: where a server replays what a browser has shown, both must take the very same steps. It is
 * quicker than Math.exp, too.
 *
 * Table-driven after Tang (1989), “Table-driven implementation of the exponential function in IEEE floating-point arithmetic”:
 * x = (32 m + j) · ln 2 / 32 + r, so e^x = 2^m · 2^(j/32) · e^r with |r| ≤ ln 2 / 64.
 */

/** Terms of the series: on |r| ≤ ln 2 the next one is below the last bit. */
const TERMS = 20;

/** (e^r − 1) / r for |r| ≤ ln 2: 1 + r/2 (1 + r/3 (1 + …)). For tables; it keeps its digits near 0. */
export function exponentialSeries(r: number): number {
  let sum = 1;
  for (let n = TERMS; n >= 2; n--) sum = 1 + (r * sum) / n;
  return sum;
}

/** 2^m for m from −1022 to 1022, all that are normal numbers, by doubling and halving: exact. */
const POWERS = new Float64Array(2045);
POWERS[1022] = 1;
for (let m = 1; m <= 1022; m++) {
  POWERS[1022 + m] = POWERS[1021 + m]! * 2;
  POWERS[1022 - m] = POWERS[1023 - m]! / 2;
}

/** 2^(j/32) for j from 0 to 31. */
const ROOTS = Float64Array.from({ length: 32 }, (_, j) => {
  const r = (j / 32) * Math.LN2;
  return 1 + r * exponentialSeries(r);
});

/**
 * e^x, within 10⁻¹⁵ of it. Beyond what a double holds as a normal number: 0 or Infinity. NaN stays NaN.
 * Numbers stand here as such: what is a constant of a module, a bundle may have made a variable, which is read anew each time.
 */
export function exactExp(x: number): number {
  // 32 / ln 2; and what is added and taken away again rounds to a whole number, half to even.
  const k = x * 46.16624130844683 + 6_755_399_441_055_744 - 6_755_399_441_055_744;
  if (!(k >= -32_704)) return Number.isNaN(x) ? Number.NaN : 0;
  if (k >= 32_736) return Number.POSITIVE_INFINITY;
  // ln 2 / 32 in two parts, of which k times the first is exact.
  const r = x - k * 0.02166084938653512 - k * 5.9631716539705866e-12;
  const grown = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720))))));
  return ROOTS[k & 31]! * grown * POWERS[1022 + (k >> 5)]!;
}
