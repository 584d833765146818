import { judgedDrawings } from '@/classroom/fool-result';
import { drawingsOf } from '@/classroom/fools';
import { type ExportSource, studentName } from './export-source';

/**
 * Drawings with which students tried to fool the network that led, one a row: what was meant, what networks and people read, as labels from 0. People's is told
 * with the gallery, as the class is. The pictures are in `class.json`.
 */
export function* foolDrawings(source: ExportSource) {
  const { state } = source;
  for (const fool of state.fools) {
    const isShown = fool.stage === 'shown' || state.phase === 'ended';
    const judged = new Map(judgedDrawings(state, fool).map((one) => [one.drawing.id, one]));
    for (const drawing of drawingsOf(state, fool.id)) {
      const { id, studentId, label, answer, right, asked, removed, triedAt } = drawing;
      const people = isShown ? (judged.get(id) ?? null) : null;
      yield {
        game_id: fool.id,
        begun_at: new Date(fool.openedAt).toISOString(),
        dataset: fool.dataset,
        drawing_id: id,
        student_id: studentId,
        student: studentName(source, studentId),
        tried_at: new Date(triedAt).toISOString(),
        meant: label,
        leader_reads: answer,
        others_right: right,
        others_asked: asked,
        people_right: people?.read ?? null,
        people_asked: people?.judged ?? null,
        people_read_it: people === null || people.verdict === 'waiting' ? null : people.verdict === 'read',
        points: isShown ? (people?.points ?? 0) : null,
        taken_out: removed,
      };
    }
  }
}

export const FOOL_DRAWING_COLUMNS = [
  'game_id',
  'begun_at',
  'dataset',
  'drawing_id',
  'student_id',
  'student',
  'tried_at',
  'meant',
  'leader_reads',
  'others_right',
  'others_asked',
  'people_right',
  'people_asked',
  'people_read_it',
  'points',
  'taken_out',
] as const;
