import { groupReport, type SittingWithReport } from '@/classroom/group-report';
import type { GroupReport } from '@/protocol/report';
import { readStore } from '@/server/store/page-store';
import { readGroupRoom } from './group-room';
import { reportedSitting } from './sitting-report';

/** A group over its lessons, with what says which group it is. */
export interface ReportedGroup {
  id: string;
  name: string;
  code: string;
  /** In its newest sitting students were called by their marks. */
  anonymised: boolean;
  report: GroupReport;
}

/** The report of one of this teacher's groups; null where there is none, or it is another teacher's. */
export async function readGroupReport(teacherId: string, groupId: string): Promise<ReportedGroup | null> {
  const room = await readGroupRoom(teacherId, groupId);
  if (!room) return null;
  const store = await readStore();
  const sittings: SittingWithReport[] = [];
  // One after another: of each only what its report needs is held.
  for (const { id } of room.sittings) {
    const state = await store.loadClass(id);
    if (state) sittings.push(await reportedSitting(state));
  }
  const { id, name, code } = room.group;
  const anonymised = sittings.at(-1)?.state.anonymised ?? false;
  return { id, name, code, anonymised, report: groupReport(sittings) };
}
