import type { BitSet } from '@/base/bit-set';
import { DATASETS } from '@/protocol/datasets';
import { RACE_LIMITS, type RaceRules } from '@/protocol/race';
import { limitsPassed, spentOf } from '@/protocol/race-spent';
import { climbs } from './ladder';
import type { VerifiedScore } from './state';

/** What is told of the public half, and which of a student's submissions it makes the best. */

/** The public share that is told of a submission. */
export const shownOf = ({ shownAccuracy, publicAccuracy }: VerifiedScore): number =>
  shownAccuracy ?? publicAccuracy;

/** Which of a student's submissions counts: the one that last bettered those before it; null: there is none. */
export function lastClimb(own: readonly VerifiedScore[]): VerifiedScore | null {
  return own.reduce<VerifiedScore | null>(
    (best, score) => (best === null || shownOf(score) > shownOf(best) ? score : best),
    null,
  );
}

/** A score with what is told of it, beside the student's best so far. */
export function climbing(best: VerifiedScore | null, score: VerifiedScore): VerifiedScore {
  const right = rightOf(score, false);
  if (right === null) return score;
  if (best === null) return { ...score, shownAccuracy: score.publicAccuracy };
  const before = best.experiment.dataset === score.experiment.dataset ? rightOf(best, false) : null;
  const isBetter = before === null ? score.publicAccuracy > shownOf(best) : climbs(before, right);
  return { ...score, shownAccuracy: isBetter ? score.publicAccuracy : shownOf(best) };
}

/**
 * A student's submissions that the rules let count. Where some do not, the others are told of as if those had never come: else the number of one that
 * is too large would stand beside a small one.
 * @param own in order of arrival
 */
export function withinRules(rules: RaceRules, own: readonly VerifiedScore[]): readonly VerifiedScore[] {
  if (RACE_LIMITS.every((name) => rules.limits[name] === null)) return own;
  const within = own.filter((score) => limitsPassed(rules, spentOf(score)).length === 0);
  if (within.length === own.length) return own;
  const told: VerifiedScore[] = [];
  for (const { shownAccuracy: _before, ...score } of within) told.push(climbing(lastClimb(told), score));
  return told;
}

/** What a network has right of the half that counts; null where nobody knows. */
export function rightOf({ right, experiment }: VerifiedScore, ended: boolean): BitSet | null {
  if (right === undefined) return null;
  const bytes = DATASETS[experiment.dataset].hidden.half / 8;
  return ended ? right.subarray(bytes) : right.subarray(0, bytes);
}
