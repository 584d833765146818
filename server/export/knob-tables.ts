import { dealtKnobs } from '@/classroom/knob-views';
import { type ExportSource, studentName } from './export-source';

/**
 * What a class was dealt of one setting, a row for each value, student and round: the share of right answers that the student had drawn there, whether it was dealt that value, and
 * what came of it.
 */
export function* knobValues(source: ExportSource) {
  const { state } = source;
  const accuracyOf = new Map(
    dealtKnobs(state).flatMap(({ id, points }) =>
      points.map(
        ({ round, studentId, runId, accuracy }) =>
          [`${id} ${round} ${studentId}`, { runId, accuracy }] as const,
      ),
    ),
  );
  for (const { id, setting, dataset, rounds } of state.knobs)
    for (const [round, { values, dealtAt, expected, dealt }] of rounds.entries()) {
      if (dealtAt === null) continue;
      for (const studentId of Object.keys(state.students)) {
        const drawn = expected[studentId];
        const own = dealt[studentId];
        if (drawn === undefined && own === undefined) continue;
        const result = accuracyOf.get(`${id} ${round} ${studentId}`);
        for (const [at, value] of values.entries()) {
          const isDealt = own?.at === at;
          yield {
            knob_id: id,
            dealt_at: new Date(dealtAt).toISOString(),
            setting,
            dataset,
            round: round + 1,
            value,
            student_id: studentId,
            student: studentName(source, studentId),
            expected_accuracy: drawn === undefined ? null : drawn[at]! / 100,
            dealt: isDealt,
            run_id: isDealt ? (result?.runId ?? null) : null,
            accuracy: isDealt ? (result?.accuracy ?? null) : null,
          };
        }
      }
    }
}

export const KNOB_VALUE_COLUMNS = [
  'knob_id',
  'dealt_at',
  'setting',
  'dataset',
  'round',
  'value',
  'student_id',
  'student',
  'expected_accuracy',
  'dealt',
  'run_id',
  'accuracy',
] as const;
