import { type BitSet, countOnlyIn } from '@/base/bit-set';
import { canBeToldApart } from './told-apart';

/**
 * Whether a network betters another by more than luck on the pictures that both have answered. A board that tells no number otherwise, and then only the
 * better one's, is a ladder: what is handed in many times can hardly climb by what it hears of itself.
 * Source: Blum and Hardt (2015), "The Ladder: a reliable leaderboard for machine learning competitions", ICML. Their rung without parameters is one
 * standard error of the difference, which small changes pass once in six times by luck; ours is the test by which places are shared (docs/race.md
 * has what each holds back).
 * @param best the pictures that the best so far has right
 * @param next those that the other has right
 */
export function climbs(best: BitSet, next: BitSet): boolean {
  return countOnlyIn(next, best) > countOnlyIn(best, next) && canBeToldApart(best, next);
}
