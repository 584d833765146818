/** How a straight line through values rises from one to the next, with its 95 % confidence interval. */
export interface Slope {
  each: number;
  from: number;
  to: number;
}

/** Student's t for 95 %, two-sided, by degrees of freedom 1, 2, 3 …; beyond, that of the normal distribution and a little. */
const T = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1,
  2.09, 2.09,
];
const T_BEYOND = 2.09;

/** Least squares over 0, 1, 2 …; the interval by the residuals. @param values three at least */
export function slopeOf(values: readonly number[]): Slope {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const each = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  const rest = values.reduce((sum, value, index) => sum + (value - mean - each * (index - middle)) ** 2, 0);
  const half = (T[n - 3] ?? T_BEYOND) * Math.sqrt(rest / (n - 2) / spread);
  return { each, from: each - half, to: each + half };
}
