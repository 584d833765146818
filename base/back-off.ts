/** How waiting grows with failures: doubles from `least` to `most` milliseconds. */
export interface BackOff {
  least: number;
  most: number;
}

/**
 * Milliseconds to wait before the next attempt.
 * @param failures failed attempts in a row, the first one counted as 0
 */
export function backOffDelay({ least, most }: BackOff, failures: number): number {
  return Math.min(most, least * 2 ** Math.min(failures, 30));
}

/**
 * The same with half of it by chance, for what many do at once: a class of thirty does not come back in one instant after a restart.
 * @param random uniform in [0, 1)
 */
export function jitteredDelay(range: BackOff, failures: number, random: number): number {
  return Math.max(range.least, backOffDelay(range, failures) * (0.5 + random / 2));
}
