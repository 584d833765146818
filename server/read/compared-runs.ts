import { isOwner } from '@/classroom/owners';
import type { ClassState } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import type { Point, RunSummary } from '@/protocol/run';
import type { Mark } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';

/** A run beside others. */
export interface RunToCompare {
  classId: string;
  lessonId: string;
  /** When its class was held, milliseconds since 1970. */
  heldAt: number;
  /** Null where the student's data has been deleted; the nickname null where the class hides names. */
  student: { nickname: string | null; mark: Mark } | null;
  run: RunSummary;
  /** Evenly chosen: so many that the eye misses none, so few that fifty runs are one page. */
  points: Point[];
}

/** Points of all runs together. */
const POINTS = 15_000;
const LEAST_POINTS = 200;

/** These runs, as far as they are this teacher's; how many are not there any more, or are somebody else's, is `missing`. */
export async function readComparedRuns(
  teacherId: string,
  runIds: readonly string[],
): Promise<{ runs: RunToCompare[]; missing: number }> {
  const store = await readStore();
  const each = Math.min(LIMITS.pointsPerRead, Math.max(LEAST_POINTS, Math.floor(POINTS / runIds.length)));
  const classes = new Map<string, ClassState | null>();
  const runs: RunToCompare[] = [];
  for (const id of runIds) {
    const found = await store.readRun(id, each);
    if (!found) continue;
    const { classId, run, points } = found;
    if (!classes.has(classId)) classes.set(classId, await store.loadClass(classId));
    const state = classes.get(classId);
    if (!state || !isOwner(state, teacherId)) continue;
    const student = state.students[run.studentId];
    runs.push({
      classId,
      lessonId: state.lessonId,
      heldAt: state.startedAt ?? state.createdAt,
      student: student ? { nickname: state.anonymised ? null : student.nickname, mark: student.mark } : null,
      run,
      points,
    });
  }
  return { runs, missing: runIds.length - runs.length };
}
