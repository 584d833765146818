import type { AuditFigure } from '@/protocol/audit-figures';
import { type AuditData, hasSeenInAudit } from '@/protocol/audit-settings';
import { auditFiguresSeen, auditGuess, hasFoundMark, isInAudit } from './audit-views';
import type { ClassState } from './state';

/** A student's network that was asked, as far as the class has seen it. */
export interface AuditedStudent {
  studentId: string;
  submissionId: string;
  figures: Partial<Record<AuditFigure, number>>;
  /** What was done to its data; null: not told yet. */
  data: AuditData | null;
  /** With the mark of another label, the share that is answered by what it says; null: not told yet. */
  follows: number | null;
  /** What its student guessed, as choices; null: nothing. */
  guessed: { share: number | null; data: number | null };
  /** Whether its student has tapped one of the marks; null: there were none, or it is not told yet. */
  foundMark: boolean | null;
}

/** Students whose networks were asked, audit by audit, for tables. */
export function auditedStudents(state: ClassState) {
  return state.audits.flatMap((audit) => {
    const { id, kind, dataset, stage, auditedAt, dealt, found } = audit;
    if (auditedAt === null || found === null) return [];
    const tellsData = hasSeenInAudit(stage, 'data');
    const students = Object.entries(found.networks)
      .filter(([studentId]) => isInAudit(state, studentId))
      .map(([studentId, network]): AuditedStudent => {
        const data = tellsData ? dealt[studentId]!.data : null;
        return {
          ...{ studentId, submissionId: network.submissionId, data },
          figures: auditFiguresSeen(network, stage),
          follows: tellsData ? network.follows : null,
          guessed: {
            share: auditGuess(state, id, 'share', studentId),
            data: auditGuess(state, id, 'data', studentId),
          },
          foundMark: data === 'marked' ? hasFoundMark(audit, studentId) : null,
        };
      });
    return [{ id, kind, dataset, auditedAt, pictures: found.pictures, students }];
  });
}
