/** What is worth a word to those who do not see the clock. */
export type CountdownWord = 'begun' | 'minute' | 'over';

const MINUTE = 60;

/**
 * What is said when so many seconds are left: that there is a countdown, that a minute is left, that it is over. Nothing of all that is
 * between, nor of what was so when the page came.
 * @param before seconds that were left a moment ago; null: there was no countdown; undefined: nothing was seen yet
 */
export function saidOf(before: number | null | undefined, now: number | null): CountdownWord | null {
  if (before === undefined || now === null) return null;
  if (before === null) return now > 0 ? 'begun' : null;
  if (before > 0 && now === 0) return 'over';
  return before > MINUTE && now <= MINUTE && now > 0 ? 'minute' : null;
}
