/** Of 20 such intervals, 19 hold what they are about. */
const Z = 1.96;

export interface ShareInterval {
  low: number;
  high: number;
}

/**
 * Where a share may lie that was measured on a sample: Wilson's score interval, which holds for a handful of examples and for
 * shares of 0 and 1, too.
 * @param share 0 to 1
 * @param of examples that it was measured on
 */
export function wilsonInterval(share: number, of: number): ShareInterval {
  if (of <= 0) return { low: 0, high: 1 };
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = halfWidth(share, of);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Half of Wilson's interval. */
export function halfWidth(share: number, of: number): number {
  return (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / (1 + Z ** 2 / of);
}

/** From so many examples on, the first decimal of a percentage says something: the interval is a few points wide. */
const DECIMAL_FROM = 500;
/** Below this a percentage is shown with its interval: it is more than 15 points wide to either side at the middle. */
const FEW = 40;

/** Decimals that a percentage of so many examples deserves. */
export function shareDigits(of: number): 0 | 1 {
  return of >= DECIMAL_FROM ? 1 : 0;
}

/** Whether a share of so many examples says so little that its interval has to stand beside it. */
export function isFew(of: number): boolean {
  return of < FEW;
}
