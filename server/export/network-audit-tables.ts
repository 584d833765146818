import { auditedStudents } from '@/classroom/audited-students';
import { AUDIT_SHARES } from '@/protocol/audit-figures';
import { AUDIT_DATA } from '@/protocol/audit-settings';
import { type ExportSource, studentName } from './export-source';

/** Networks that were asked what they had really learned, one a row, as far as the class has seen it. */
export function* networkAudits(source: ExportSource) {
  const { state } = source;
  const runOf = new Map(state.scores.map(({ id, runId }) => [id, runId]));
  for (const { id, kind, dataset, auditedAt, pictures, students } of auditedStudents(state))
    for (const { studentId, submissionId, figures, data, follows, guessed, foundMark } of students) {
      const guessedData = guessed.data === null ? null : AUDIT_DATA[guessed.data]!;
      yield {
        audit_id: id,
        audited_at: new Date(auditedAt).toISOString(),
        dealt: kind,
        dataset,
        pictures,
        student_id: studentId,
        student: studentName(source, studentId),
        submission_id: submissionId,
        run_id: runOf.get(submissionId) ?? null,
        data,
        training_accuracy: figures.training ?? null,
        validation_accuracy: figures.validation ?? null,
        hidden_accuracy: figures.hidden ?? null,
        other_mark_accuracy: figures.wrong ?? null,
        answered_by_other_mark: follows,
        own_mark_accuracy: figures.marked ?? null,
        moved_accuracy: figures.moved ?? null,
        inverted_accuracy: figures.inverted ?? null,
        guessed_share: guessed.share === null ? null : AUDIT_SHARES[guessed.share]!,
        guessed_data: guessedData,
        data_right: guessedData === null || data === null ? null : guessedData === data,
        found_mark: foundMark,
      };
    }
}

export const NETWORK_AUDIT_COLUMNS = [
  'audit_id',
  'audited_at',
  'dealt',
  'dataset',
  'pictures',
  'student_id',
  'student',
  'submission_id',
  'run_id',
  'data',
  'training_accuracy',
  'validation_accuracy',
  'hidden_accuracy',
  'other_mark_accuracy',
  'answered_by_other_mark',
  'own_mark_accuracy',
  'moved_accuracy',
  'inverted_accuracy',
  'guessed_share',
  'guessed_data',
  'data_right',
  'found_mark',
] as const;
