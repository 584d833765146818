import { rankClass } from '@/classroom/board';
import { ranksNetworks } from '@/protocol/views';
import { type ExportSource, privateAccuracy, studentName } from './export-source';

/** The board, a student a row. What running the race again says is there once the class has ended. */
export function* board(source: ExportSource) {
  const { kind, places } = rankClass(source.state);
  for (const { rank, place, student, accuracy, hidden, shown, again, reproduced, ...rest } of places)
    yield {
      rank,
      shared_from: place?.first ?? null,
      shared_to: place?.last ?? null,
      student_id: student.id,
      student: studentName(source, student.id),
      ranked_by: kind,
      score: accuracy,
      figure: ranksNetworks(kind) && kind !== 'accuracy' ? shown.amount : null,
      private_accuracy: hidden === null ? null : privateAccuracy(source, hidden),
      could_be_from: again ? Math.min(again.first, place?.first ?? again.first) : null,
      could_be_to: again ? Math.max(again.last, place?.last ?? again.last) : null,
      wins: again?.wins ?? null,
      races: again ? source.state.rerun!.races : null,
      reproduced: reproduced ?? null,
      submission_id: rest.submissionId,
      run_id: rest.runId,
      reached_at: new Date(rest.at).toISOString(),
    };
}

export const BOARD_COLUMNS = [
  'rank',
  'shared_from',
  'shared_to',
  'student_id',
  'student',
  'ranked_by',
  'score',
  'figure',
  'private_accuracy',
  'could_be_from',
  'could_be_to',
  'wins',
  'races',
  'reproduced',
  'submission_id',
  'run_id',
  'reached_at',
] as const;
