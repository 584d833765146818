import type { ClassReview, ReviewRun, ReviewStudent } from '@/client/review/review-data';
import { finalAccuracy, trainingTime } from '@/client/review/run-figures';
import type { RunSummary } from '@/protocol/run';
import type { TeacherView } from '@/protocol/views';

/** A run as a row of the table: without its matrix, which would be most of a large class's page. */
export function reviewRun(run: RunSummary): ReviewRun {
  return {
    id: run.id,
    studentId: run.studentId,
    experiment: run.experiment,
    backend: run.backend,
    state: run.state,
    createdAt: run.createdAt,
    steps: run.last?.step ?? 0,
    accuracy: finalAccuracy(run),
    verifiedAccuracy: run.verifiedAccuracy,
    time: trainingTime(run),
  };
}

/** The review of a class, from the teacher's view of it and its runs. Students that never came in are left out. */
export function classReview(view: TeacherView, runs: readonly RunSummary[]): ClassReview {
  const runCounts = new Map<string, number>();
  for (const { studentId } of runs) runCounts.set(studentId, (runCounts.get(studentId) ?? 0) + 1);
  const students: ReviewStudent[] = view.roster
    .filter(({ id, membership }) => membership !== 'waiting' || runCounts.has(id))
    .map(({ id, nickname, mark, membership }) => ({
      id,
      nickname,
      mark,
      membership,
      runCount: runCounts.get(id) ?? 0,
    }));
  const { id, code, lessonId, phase, startedAt, createdAt } = view.class;
  return {
    id,
    code,
    lessonId,
    phase,
    at: startedAt ?? createdAt,
    students,
    runs: runs.map(reviewRun),
    board: { rows: view.board.rows, revealed: view.board.revealed },
  };
}
