import { viewForTeacher } from '@/classroom/view';
import type { RunSummary } from '@/protocol/run';
import type { TeacherView } from '@/protocol/views';
import { readStore } from '@/server/store/read-store';

/** A class with its runs, as its teacher may see it. */
export interface ReviewedClass {
  view: TeacherView;
  /** Oldest first. */
  runs: RunSummary[];
}

/** One of this teacher's classes with all its runs; null where there is none, or it is another teacher's. */
export async function readClassReview(teacherId: string, classId: string): Promise<ReviewedClass | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  if (state?.teacherId !== teacherId) return null;
  return { view: viewForTeacher(state), runs: await store.listRuns(classId, null) };
}
