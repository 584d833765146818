import { type LessonRecord, lessonRecords } from '@/classroom/lesson-record';
import { ownersOf } from '@/classroom/owners';
import type { ClassState, Student } from '@/classroom/state';
import type { ClassOwner } from '@/protocol/owners';
import type { Mark, Membership, Phase } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';
import { ownersAsTold } from './class-review';
import { readGroupRoom } from './group-room';

/** One sitting of a group, with what everybody did in it. */
interface BookSitting {
  id: string;
  lessonId: string;
  phase: Phase;
  /** When it began, else when it was made. */
  at: number;
  records: LessonRecord[];
}

/** The progress book of a group: students by lessons. */
export interface GroupBook {
  id: string;
  name: string;
  code: string;
  archived: boolean;
  owners: ClassOwner[];
  /** Oldest first. */
  sittings: BookSitting[];
  /** Everybody who has ever come, in the order in which they first did; as they are called and stand now. */
  students: { id: string; nickname: string; mark: Mark; membership: Membership }[];
}

/** The book of one of this teacher's groups; null where there is none, or it is another teacher's. */
export async function readGroupBook(teacherId: string, groupId: string): Promise<GroupBook | null> {
  const room = await readGroupRoom(teacherId, groupId);
  if (!room) return null;
  const store = await readStore();
  const sittings: BookSitting[] = [];
  const states: ClassState[] = [];
  for (const { id } of room.sittings) {
    const [state, runs] = await Promise.all([store.loadClass(id), store.listRuns(id, null)]);
    // Removed just now.
    if (!state) continue;
    states.push(state);
    const { lessonId, phase, startedAt, createdAt } = state;
    sittings.push({ id, lessonId, phase, at: startedAt ?? createdAt, records: lessonRecords(state, runs) });
  }
  const { id, name, code, archivedAt } = room.group;
  return {
    ...{ id, name, code, archived: archivedAt !== null },
    owners: await ownersAsTold(ownersOf(room.group), teacherId),
    sittings,
    students: studentsOf(states, sittings),
  };
}

function studentsOf(states: readonly ClassState[], sittings: readonly BookSitting[]): GroupBook['students'] {
  const came = new Set(sittings.flatMap(({ records }) => records.map(({ studentId }) => studentId)));
  const last = states.at(-1);
  const newest = new Map<string, Student>();
  for (const state of states)
    for (const student of Object.values(state.students)) newest.set(student.id, student);
  return [...newest.values()]
    .filter(({ id }) => came.has(id))
    .map(({ id, nickname, mark, membership }) => ({
      ...{ id, nickname, mark },
      // Who was removed in a sitting before the last is not in it.
      membership: last?.students[id] ? membership : 'removed',
    }));
}
