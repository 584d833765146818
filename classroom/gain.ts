import type { ClassGain } from '@/protocol/quiz';

/** A student's shares of right answers, 0 to 1. */
interface Pair {
  before: number;
  after: number;
}

/** Fewer students say nothing of a class; with fewer than so many an interval would be wider than it tells. */
const LEAST = 5;
const LEAST_FOR_INTERVAL = 10;

/**
 * The normalised gain of a class: of what could still be gained, so much was (R. R. Hake, American Journal of Physics 66 (1998), 64–74).
 * From the class's mean shares, as there, and not from each student's own gain, which is undefined for whoever had all right before.
 */
export function classGain(pairs: readonly Pair[]): ClassGain {
  const both = pairs.length;
  if (both < LEAST) return { both, shares: null };
  const [before, after] = means(pairs);
  const gain = normalised(before, after);
  return { both, shares: { before, after, gain, interval: gain === null ? null : intervalOf(pairs, gain) } };
}

function means(pairs: readonly Pair[]): [before: number, after: number] {
  const mean = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return [mean(({ before }) => before), mean(({ after }) => after)];
}

function normalised(before: number, after: number): number | null {
  return before >= 1 ? null : (after - before) / (1 - before);
}

/** 95%, by the jackknife: from what the gain would be without each of the students in turn (Efron and Tibshirani 1993, chapter 11). */
function intervalOf(pairs: readonly Pair[], gain: number): [from: number, to: number] | null {
  const count = pairs.length;
  if (count < LEAST_FOR_INTERVAL) return null;
  const [before, after] = means(pairs);
  const without = pairs.map((pair) =>
    normalised((before * count - pair.before) / (count - 1), (after * count - pair.after) / (count - 1)),
  );
  if (!without.every((one) => one !== null)) return null;
  const mean = without.reduce((sum, one) => sum + one, 0) / count;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = quantile(count - 1) * Math.sqrt(((count - 1) / count) * spread);
  return [gain - half, Math.min(1, gain + half)];
}

const Z = 1.959964;

/** Student's t at 97.5%, by the first terms of its expansion about the normal (Abramowitz and Stegun 26.7.5): to 0.005 from 9 degrees on. */
function quantile(degrees: number): number {
  return Z + (Z ** 3 + Z) / (4 * degrees) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2);
}
