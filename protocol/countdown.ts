/** Seconds that a countdown may have. */
export const COUNTDOWN_SECONDS = { least: 10, most: 3 * 60 * 60 } as const;

/**
 * A countdown: running until a moment of the server's clock (milliseconds since 1970), which may be over; or held, with so many
 * milliseconds left, while the class is paused.
 */
export type Countdown = { readonly endsAt: number } | { readonly left: number };

/** Milliseconds that are left; 0 once it is over. @param now the server's clock */
export function leftOf(countdown: Countdown, now: number): number {
  return 'left' in countdown ? countdown.left : Math.max(0, countdown.endsAt - now);
}
