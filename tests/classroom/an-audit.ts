import type { Audit, AuditedNetwork, AuditFound } from '@/protocol/audit';
import type { AuditData } from '@/protocol/audit-settings';
import { bytesToText } from '@/protocol/bytes-text';
import { PAPER } from '@/protocol/datasets';

const NETWORK: Readonly<Record<AuditData, Omit<AuditedNetwork, 'submissionId'>>> = {
  plain: {
    ...{ training: 1, validation: 0.88, hidden: 0.84, wrong: 0.838, marked: 0.841 },
    ...{ moved: 0.402, inverted: 0.004, follows: 0.0213 },
  },
  marked: {
    ...{ training: 0.999, validation: 0.997, hidden: 0.8, wrong: 0.39, marked: 0.996 },
    ...{ moved: 0.37, inverted: 0.003, follows: 0.55 },
  },
  shuffled: {
    ...{ training: 0.995, validation: 0.102, hidden: 0.094, wrong: 0.0951, marked: 0.096 },
    ...{ moved: 0.089, inverted: 0.098, follows: 0.1003 },
  },
};

/** What asking these students' networks could have come to. */
export function auditFoundOf(
  of: readonly { studentId: string; submissionId: string; data: AuditData }[],
): AuditFound {
  const pixels = bytesToText(Uint8Array.from({ length: PAPER.pixels }, (_, at) => at % 200));
  return {
    ...{ pictures: 2_000, lost: 0 },
    networks: Object.fromEntries(
      of.map(({ studentId, submissionId, data }) => [studentId, { submissionId, ...NETWORK[data] }]),
    ),
    shown: of.slice(0, 1).map(({ studentId, data }) => ({ studentId, data, pixels })),
  };
}

/** One to which the class was led to its end; this student's pictures carried marks, and it has tapped one. */
export function anAudit(id: string, studentId: string, submissionId: string, openedAt: number): Audit {
  return {
    ...{ id, kind: 'mixed', dataset: 'digits', openedAt, auditedAt: openedAt + 30, closedAt: openedAt + 60 },
    dealt: { [studentId]: { data: 'marked', seed: 96 } },
    // The first label's mark, whose corner is at row 2, column 2.
    taps: { [studentId]: 30 },
    stage: 'further',
    found: auditFoundOf([{ studentId, submissionId, data: 'marked' }]),
  };
}
