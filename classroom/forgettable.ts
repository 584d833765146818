import { LIMITS } from '@/protocol/limits';
import type { DecisionContext } from './commands';
import { keptStudents } from './kept';
import { sentOut } from './sent-out';
import type { ClassState, Student } from './state';

/** Whether a student has done anything that the class keeps: guessed, answered, scored, measured, trained or drawn. */
function hasDoneSomething(state: ClassState, { students }: DecisionContext): (id: string) => boolean {
  const scored = new Set(state.scores.map(({ studentId }) => studentId));
  const handedIn = keptStudents(state);
  return (id) => scored.has(id) || handedIn.has(id) || (students?.hasWorked(id) ?? true);
}

/** Whether there is neither a seat nor an identity left, nor one that could be had back. */
export function isFull(state: ClassState, context: DecisionContext): boolean {
  return isFullAsItStands(state) && isFullAsItStands(withRoom(state, context));
}

function isFullAsItStands(state: ClassState): boolean {
  const students = Object.values(state.students);
  return (
    students.filter(({ membership }) => membership === 'in' || membership === 'waiting').length >=
      state.maxStudents || students.length >= LIMITS.identitiesPerClass
  );
}

/**
 * The class with room for one more where that can be had: whoever is away and has never done anything gives seat and identity back.
 * Nobody else is forgotten, such as those of the class's group who have not come yet, nor is anybody while there is room.
 */
export function withRoom(state: ClassState, context: DecisionContext): ClassState {
  if (!isFullAsItStands(state)) return state;
  const done = hasDoneSomething(state, context);
  const kept = Object.entries(state.students).filter(
    ([id, { membership }]) =>
      membership === 'banned' ||
      membership === 'absent' ||
      (context.students?.isHere(id) ?? true) ||
      done(id),
  );
  return { ...state, students: Object.fromEntries(kept) };
}

/** Sends out everybody who has come since then and has not done anything yet; they may join again where the door is open. */
export function removeNewcomers(state: ClassState, since: number, context: DecisionContext): ClassState {
  const done = hasDoneSomething(state, context);
  const goes = ({ id, joinedAt, membership }: Student) =>
    joinedAt >= since && (membership === 'in' || membership === 'waiting') && !done(id);
  const all = Object.values(state.students);
  if (!all.some(goes)) return state;
  const students = all.map((student) => (goes(student) ? sentOut(student, 'removed', since) : student));
  return { ...state, students: Object.fromEntries(students.map((student) => [student.id, student])) };
}
