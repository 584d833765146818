import { isOwner } from '@/classroom/owners';
import { type DrawnPoints, packDrawnPoints } from '@/protocol/drawn-points';
import { LIMITS } from '@/protocol/limits';
import type { RunSummary } from '@/protocol/run';
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
  /** Evenly chosen where there are more than a picture shows; `whole`: they are all. */
  points: DrawnPoints;
  whole: boolean;
  /** The step of the newest weights that are kept of it; null: none are. */
  weightsAt: number | null;
}

/** Points of all runs together: so many that the eye misses none, so few that fifty runs are one page. */
const POINTS = 10_000;
const LEAST_POINTS = 200;

/** These runs, as far as they are this teacher's; those that are not there any more, or are somebody else's, are `missing`. */
export async function readComparedRuns(
  teacherId: string,
  runIds: readonly string[],
): Promise<{ runs: RunToCompare[]; missing: string[] }> {
  const store = await readStore();
  const each = Math.min(LIMITS.pointsPerRead, Math.max(LEAST_POINTS, Math.floor(POINTS / runIds.length)));
  const read = await store.readRuns(runIds, each);
  const classIds = [...new Set(read.map(({ classId }) => classId))];
  const classes = new Map(
    await Promise.all(classIds.map(async (id) => [id, await store.loadClass(id)] as const)),
  );
  const own = read.flatMap(({ classId, run, points, of, weightsAt }): RunToCompare[] => {
    const state = classes.get(classId);
    if (!state || !isOwner(state, teacherId)) return [];
    const student = state.students[run.studentId];
    return [
      {
        classId,
        lessonId: state.lessonId,
        heldAt: state.startedAt ?? state.createdAt,
        student: student
          ? { nickname: state.anonymised ? null : student.nickname, mark: student.mark }
          : null,
        ...{ run, points: packDrawnPoints(points), whole: points.length === of, weightsAt },
      },
    ];
  });
  const found = new Set(own.map(({ run }) => run.id));
  return { runs: own, missing: runIds.filter((id) => !found.has(id)) };
}
