import { linksTakenAlong } from './assistants';
import type { Group } from './groups';
import { bestToBeat } from './race';
import { type ClassState, createClass, type NewSitting, type Student } from './state';

/**
 * The next sitting of a group: a class with the group's code and owners, and with the room as the sitting before has left it. Its students
 * are there from the beginning, so that nobody joins anew: with id, secret, nickname, mark and the time at which they came first.
 * @param last the sitting before; null: this is the first
 */
export function nextSitting(
  group: Group,
  made: NewSitting,
  last: ClassState | null,
  now: number,
): ClassState {
  const { id: groupId, code, teacherId, coOwners } = group;
  const sitting = createClass({ ...made, code, teacherId, coOwners, groupId }, now);
  if (last === null) return sitting;
  const { locked, approvalRequired, anonymised, namesOnScreen, ranking } = last;
  return {
    ...sitting,
    ...{ locked, approvalRequired, anonymised, namesOnScreen, ranking },
    lastBest: bestToBeat(last),
    assistants: linksTakenAlong(last, now),
    students: Object.fromEntries(Object.values(last.students).flatMap(takenAlong)),
  };
}

/**
 * A student at the beginning of the next sitting. Who was in belongs to the group and is absent until it comes; who waits, waits; who had left
 * may come back, and who is banned may not, until it is forgiven. Who was removed is a stranger again.
 */
function takenAlong(student: Student): [string, Student][] {
  if (student.membership === 'removed') return [];
  if (student.membership === 'in') return [[student.id, { ...student, membership: 'absent' }]];
  // Nobody waits for whoever had left.
  if (student.membership === 'left') return [[student.id, { ...student, team: null }]];
  return [[student.id, student.sentOutFrom === 'in' ? { ...student, sentOutFrom: 'absent' } : student]];
}
