/** Sums over a class that one broken or dishonest device cannot bend. */

/** With fewer, nobody can be told from the others. */
const LEAST_TO_TELL = 3;
/** Of the values, so many at either end are left out of a mean: one in ten, and always one. */
const TRIMMED = 0.1;
/** What one may add to a sum, in medians of the class. */
const MOST_MEDIANS = 8;

/** The mean without the ends: of three or more the least and the greatest tenth go. Null of none. */
export function trimmedMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const cut = values.length < LEAST_TO_TELL ? 0 : Math.max(1, Math.floor(values.length * TRIMMED));
  const kept = values.toSorted((a, b) => a - b).slice(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** The value in the middle, of an even number the mean of the two there. Null of none. */
export function middleValue(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** The sum, to which none of three or more adds more than eight times what the one in the middle does. */
export function cappedSum(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const cap =
    sorted.length < LEAST_TO_TELL
      ? Number.POSITIVE_INFINITY
      : MOST_MEDIANS * sorted[Math.floor((sorted.length - 1) / 2)]!;
  return sorted.reduce((sum, value) => sum + Math.min(cap, value), 0);
}
