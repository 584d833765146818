import { leastOver } from './race-rules';
import type { ClassState, VerifiedScore } from './state';
import { lastClimb, shownOf, withinRules } from './told';

/**
 * Runs of a student whose networks are no longer kept: what was handed in has to fit into a budget. Kept in any case are the one that counts by the race's
 * rules, now and once the class has ended, the best and the last; then the newest for as long as they fit.
 * @param bytesOf what the network of a submission takes
 * @param budget bytes a student
 */
export function networksToDrop(
  state: Pick<ClassState, 'race' | 'scores'>,
  studentId: string,
  bytesOf: (score: VerifiedScore) => number,
  budget: number,
): string[] {
  const { race } = state;
  const own = state.scores.filter((score) => score.studentId === studentId);
  const counted = withinRules(race, own);
  const best = own.reduce<VerifiedScore | null>(
    (most, score) => (most === null || shownOf(score) > shownOf(most) ? score : most),
    null,
  );
  const always = [
    lastClimb(counted),
    leastOver(race, counted, false),
    leastOver(race, counted, true),
    best,
    own.at(-1) ?? null,
  ].flatMap((score) => (score === null ? [] : [score.runId]));
  // One set of weights a run, the newest: so is its size.
  const sizes = new Map(own.map((score) => [score.runId, bytesOf(score)]));
  const kept = new Set(always);
  let left = budget - [...kept].reduce((sum, runId) => sum + sizes.get(runId)!, 0);
  for (const { runId } of own.toReversed()) {
    if (kept.has(runId)) continue;
    left -= sizes.get(runId)!;
    if (left < 0) break;
    kept.add(runId);
  }
  return [...sizes.keys()].filter((runId) => !kept.has(runId));
}
