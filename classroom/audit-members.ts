import type { Audit } from '@/protocol/audit';
import { auditExperiment } from '@/protocol/audit-settings';
import { trainingSteps } from '@/protocol/experiment-steps';
import { isSameExperiment } from '@/protocol/same-experiment';
import { isSentOut } from './sent-out';
import type { ClassState, VerifiedScore } from './state';

/** What a student has handed in of what it was dealt. */
export interface AuditEntry {
  /** The network that is asked: the first whose training has come to its end; null: there is none. */
  score: VerifiedScore | null;
}

/**
 * By student what was handed in of exactly what it was dealt, while it goes on. Of a run that was handed in again the server has the last weights alone; of whose training
 * nobody has said how far it went, it went to its end. Students who were sent out take no part.
 */
export function auditEntries(state: ClassState, audit: Audit): Map<string, AuditEntry> {
  const last = new Map<string, VerifiedScore>();
  for (const score of state.scores)
    if (score.submittedAt >= audit.openedAt && score.submittedAt <= (audit.closedAt ?? score.submittedAt))
      last.set(score.runId, score);
  const entries = new Map<string, AuditEntry>();
  for (const score of last.values()) {
    const { studentId, experiment, updates } = score;
    const student = state.students[studentId];
    const own = audit.dealt[studentId];
    if (student === undefined || isSentOut(student) || own === undefined) continue;
    if (!isSameExperiment(experiment, auditExperiment(audit.dataset, own.data, own.seed))) continue;
    const isWhole = updates === undefined || updates >= trainingSteps(experiment);
    if (entries.get(studentId)?.score) continue;
    entries.set(studentId, { score: isWhole ? score : null });
  }
  return entries;
}
