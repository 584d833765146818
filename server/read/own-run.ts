import type { CheckpointListing } from '@/protocol/checkpoints';
import { LIMITS } from '@/protocol/limits';
import type { Remark } from '@/protocol/remarks';
import type { Point, RunSummary } from '@/protocol/run';
import { readStore } from '@/server/store/page-store';
import { readPageStudent } from './page-student';

/** One of a student's runs, for the student. */
export interface OwnRun {
  studentId: string;
  /** Of the class in which it was trained. */
  classId: string;
  code: string;
  inGroup: boolean;
  over: boolean;
  run: RunSummary;
  /** At most LIMITS.pointsPerRead, evenly chosen where there are more. */
  points: Point[];
  checkpoints: CheckpointListing[];
  feedback: Remark | null;
}

/** A run behind the link of its student's page; null: it is not theirs. */
export async function readOwnRun(token: string, runId: string): Promise<OwnRun | null> {
  const student = await readPageStudent(token);
  if (!student) return null;
  const store = await readStore();
  const found = await store.readRun(runId, LIMITS.pointsPerRead);
  const state = student.states.find(({ id }) => id === found?.classId);
  if (!found || !state || found.run.studentId !== student.studentId) return null;
  const remarks = await store.listRemarks([runId]);
  return {
    ...{ studentId: student.studentId, inGroup: student.inGroup },
    ...{ classId: state.id, code: state.code, over: state.phase === 'ended' },
    ...{ run: found.run, points: found.points },
    checkpoints: await store.listCheckpoints(runId),
    feedback: remarks.find(({ kind }) => kind === 'feedback') ?? null,
  };
}
