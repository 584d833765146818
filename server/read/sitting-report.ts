import { isOwner } from '@/classroom/owners';
import { sittingReport } from '@/classroom/sitting-report';
import type { ClassState } from '@/classroom/state';
import type { SittingReport } from '@/protocol/report';
import { readStore } from '@/server/store/page-store';

/** A sitting's report, with what says which sitting it is. */
export interface ReportedSitting {
  state: ClassState;
  report: SittingReport;
}

/** The report of one of this teacher's classes; null where there is none, or it is another teacher's. */
export async function readSittingReport(teacherId: string, classId: string): Promise<ReportedSitting | null> {
  const state = await (await readStore()).loadClass(classId);
  return state && isOwner(state, teacherId) ? reportedSitting(state) : null;
}

/** The same of a class that has been read. */
export async function reportedSitting(state: ClassState): Promise<ReportedSitting> {
  const store = await readStore();
  const [runs, records] = await Promise.all([
    store.listRuns(state.id, null),
    store.listStepRecords(state.id),
  ]);
  return { state, report: sittingReport({ state, runs, records }) };
}
