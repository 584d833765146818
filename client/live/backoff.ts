/** Exponential waiting: doubles from `least` to `most` milliseconds. */
export interface BackoffRange {
  least: number;
  most: number;
}

/** Between two attempts to reach the server. */
export const RECONNECTION: BackoffRange = { least: 500, most: 5_000 };

/**
 * Milliseconds to wait before the next attempt. Half of it is random, so that a class of thirty does not come back
 * in one instant after a restart.
 * @param attempt failed attempts so far, from 0
 * @param random uniform in [0, 1)
 */
export function backoffDelay({ least, most }: BackoffRange, attempt: number, random: number): number {
  const full = Math.min(most, least * 2 ** Math.min(attempt, 30));
  return Math.max(least, full * (0.5 + random / 2));
}
