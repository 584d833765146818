import { type BitSet, countOnlyIn } from '@/base/bit-set';

/** Two networks that are as good as each other are told apart by mistake at most once in twenty times. */
const LEVEL = 0.05;

/** By n: the largest k with 2 P(X ≤ k) < LEVEL for X of n fair coins; −1 where there is none. */
const largest: number[] = [];

/**
 * Each P(X = k) comes from the one before in logarithms, so that thousands of coins do not underflow.
 * @param coins n
 */
function largestOf(coins: number): number {
  const known = largest[coins];
  if (known !== undefined) return known;
  let term = -coins * Math.LN2;
  let sum = 0;
  let k = -1;
  while (k + 1 <= coins) {
    sum += Math.exp(term);
    if (2 * sum >= LEVEL) break;
    k += 1;
    term += Math.log((coins - k) / (k + 1));
  }
  largest[coins] = k;
  return k;
}

/**
 * Whether two networks that have answered the same pictures can be told apart by what they got right: McNemar's exact test, on both sides. Only
 * the pictures on which they disagree say something; were both as good, each of those would be a fair coin.
 * Source: McNemar (1947), "Note on the sampling error of the difference between correlated proportions", in its exact (binomial) form.
 * @param a the pictures that one has right
 * @param b those that the other has right
 */
export function canBeToldApart(a: BitSet, b: BitSet): boolean {
  return differByMoreThanLuck(countOnlyIn(a, b), countOnlyIn(b, a));
}

/** The same where it is known how many pictures only one, and only the other, has right. */
export function differByMoreThanLuck(onlyA: number, onlyB: number): boolean {
  return Math.min(onlyA, onlyB) <= largestOf(onlyA + onlyB);
}
