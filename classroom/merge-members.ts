import type { Merge } from '@/protocol/merge';
import { isOfMergedShape } from './merges';
import { isSentOut } from './sent-out';
import type { ClassState, VerifiedScore } from './state';

/** What a student has handed in while a class averages its networks. */
export interface MergeEntry {
  /** The network that takes part: the best that can, the earliest of equals; null: none can. */
  score: VerifiedScore | null;
  /** Why none can: it has other layers, or did not begin where all begin. */
  leftOut: 'shape' | 'start' | null;
}

/**
 * By student what was handed in since the class was asked. Of a run that was handed in again the server has the last weights alone. Students who were sent out
 * take no part.
 */
export function mergeEntries(state: ClassState, merge: Merge): Map<string, MergeEntry> {
  const last = new Map<string, VerifiedScore>();
  for (const score of state.scores)
    if (score.submittedAt >= merge.openedAt && score.submittedAt <= (merge.closedAt ?? score.submittedAt))
      last.set(score.runId, score);
  const entries = new Map<string, MergeEntry>();
  for (const score of last.values()) {
    const student = state.students[score.studentId];
    if (student === undefined || isSentOut(student) || score.experiment.dataset !== merge.dataset) continue;
    const before = entries.get(score.studentId) ?? { score: null, leftOut: null };
    const leftOut = reasonAgainst(score, merge);
    if (leftOut !== null) entries.set(score.studentId, { ...before, leftOut: before.score ? null : leftOut });
    else if (before.score === null || score.publicAccuracy > before.score.publicAccuracy)
      entries.set(score.studentId, { score, leftOut: null });
  }
  return entries;
}

function reasonAgainst({ experiment }: VerifiedScore, { startSeed }: Merge): MergeEntry['leftOut'] {
  if (!isOfMergedShape(experiment.network)) return 'shape';
  const began = experiment.startSeed ?? experiment.seed;
  return startSeed === null || began === startSeed ? null : 'start';
}
