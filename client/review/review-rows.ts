import type { ChallengeResult } from '@/protocol/challenge';
import type { RunTable } from '@/protocol/run-table';
import type { TeacherView } from '@/protocol/views';
import type { ClassReview, ReviewResults, ReviewStudent, ReviewStudentResults } from './review-data';

/** One best result, as the server keeps it. */
export interface StoredResult extends ChallengeResult {
  studentId: string;
  tries: number;
}

/**
 * Each student's results in one row, the best first; equals in the order in which they came.
 * @param parts in order, as the class was dealt them
 */
export function reviewResults(parts: readonly string[], results: readonly StoredResult[]): ReviewResults {
  const rows = new Map<string, ReviewStudentResults>();
  const shown = [...new Set([...parts, ...results.map(({ part }) => part)])];
  for (const { studentId, part, value, shown: said, reached, tries } of results) {
    const row = rows.get(studentId) ?? { studentId, best: {}, tries: 0, total: 0 };
    rows.set(studentId, {
      studentId,
      best: { ...row.best, [part]: { shown: said, reached } },
      tries: row.tries + tries,
      total: row.total + value / shown.length,
    });
  }
  return { parts: shown, rows: [...rows.values()].sort((a, b) => b.total - a.total) };
}

/** The review of a class, from the teacher's view of it, its runs and the results of its challenge. Students that never came in are left out. */
export function classReview(
  view: TeacherView,
  runs: RunTable,
  challenge: { parts: readonly string[]; results: readonly StoredResult[] } | null,
  {
    helps,
    snapshots,
    asked,
    ensembles,
    reveal,
    knobs,
    merges,
    fools,
    audits,
    rounds,
    leaks,
    relays,
  }: Pick<
    ClassReview,
    | 'helps'
    | 'snapshots'
    | 'asked'
    | 'ensembles'
    | 'reveal'
    | 'knobs'
    | 'merges'
    | 'fools'
    | 'audits'
    | 'rounds'
    | 'leaks'
    | 'relays'
  >,
): ClassReview {
  const runCounts = new Map(runs.students.map(({ id, runCount }) => [id, runCount]));
  const students: ReviewStudent[] = view.roster
    .filter(
      ({ id, membership }) => (membership !== 'waiting' && membership !== 'absent') || runCounts.has(id),
    )
    .map(({ id, nickname, mark, membership }) => ({
      id,
      // A review has every name.
      nickname: nickname ?? '',
      mark,
      membership,
      runCount: runCounts.get(id) ?? 0,
    }));
  const { id, code, lessonId, dataset, steps, phase, startedAt, createdAt } = view.class;
  return {
    id,
    code,
    lessonId,
    dataset,
    steps,
    phase,
    at: startedAt ?? createdAt,
    startedAt,
    students,
    runs,
    runCount: runs.students.reduce((sum, { runCount }) => sum + runCount, 0),
    board: {
      rows: view.board.rows,
      revealed: view.board.revealed,
      kind: view.board.kind,
      ...(view.board.again && { again: view.board.again }),
      ...(view.board.race && { race: view.board.race }),
      ...(view.board.baselines && { baselines: view.board.baselines }),
      ...(view.board.teams && { teams: view.board.teams }),
    },
    results: challenge && reviewResults(challenge.parts, challenge.results),
    messages: view.messages,
    predictions: view.predictions,
    asked,
    devices: view.devices,
    helps,
    snapshots,
    ensembles,
    reveal,
    knobs,
    merges,
    fools,
    audits,
    rounds,
    leaks,
    relays,
    dealSeed: view.class.dealSeed,
    bookmarks: view.bookmarks,
    dryRun: view.class.dryRun,
    anonymised: view.settings.anonymised,
  };
}
