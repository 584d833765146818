import { isOwner } from '@/classroom/owners';
import type { ClassState } from '@/classroom/state';
import type { CheckpointListing } from '@/protocol/checkpoints';
import { LIMITS } from '@/protocol/limits';
import type { Remark } from '@/protocol/remarks';
import type { Point, RunSummary } from '@/protocol/run';
import type { Mark } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';
import type { Store } from '@/server/store/store';

/** A run as it is looked at, as its class's teacher may see it. */
export interface ReviewedRun {
  /** The class has ended. */
  over: boolean;
  lessonId: string;
  /** Null where the student's data has been deleted. */
  student: { nickname: string; mark: Mark } | null;
  run: RunSummary;
  /** At most LIMITS.pointsPerRead, evenly chosen where there are more. */
  points: Point[];
  /** The class in which the run was trained with whose weights it began, where that is this teacher's; else null. */
  originClassId: string | null;
  /** The moments that were kept, in order. */
  checkpoints: CheckpointListing[];
  /** What teachers have written about it. */
  remarks: Remark[];
  /** Verified submissions of this run, oldest first; the hidden half only once the class has ended. */
  submissions: { id: string; submittedAt: number; publicAccuracy: number; privateAccuracy: number | null }[];
}

/** One run of one of this teacher's classes; null where there is none. */
export async function readRunReview(
  teacherId: string,
  classId: string,
  runId: string,
): Promise<ReviewedRun | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  if (!state || !isOwner(state, teacherId)) return null;
  const found = await store.readRun(runId, LIMITS.pointsPerRead);
  if (found?.classId !== classId) return null;
  const student = state.students[found.run.studentId];
  return {
    over: state.phase === 'ended',
    lessonId: state.lessonId,
    student: student ? { nickname: student.nickname, mark: student.mark } : null,
    run: found.run,
    points: found.points,
    originClassId: await originOf(store, found.run, state, teacherId),
    checkpoints: await store.listCheckpoints(runId),
    remarks: await store.listRemarks([runId]),
    submissions: state.scores
      .filter((score) => score.runId === runId)
      .map(({ id, submittedAt, publicAccuracy, privateAccuracy }) => ({
        id,
        submittedAt,
        publicAccuracy,
        privateAccuracy: state.phase === 'ended' ? privateAccuracy : null,
      })),
  };
}

async function originOf(
  store: Store,
  { continues }: RunSummary,
  here: ClassState,
  teacherId: string,
): Promise<string | null> {
  const origin = continues ? await store.readRun(continues.runId, 1) : null;
  if (origin === null) return null;
  const there = origin.classId === here.id ? here : await store.loadClass(origin.classId);
  return there && isOwner(there, teacherId) ? there.id : null;
}
