import { isNickname, normaliseNickname } from '@/protocol/nickname';
import { type RefusalCode, refuse } from '@/protocol/refusals';
import { MARK_COLOURS, MARK_GLYPHS, type Mark } from '@/protocol/views';
import type { DecisionContext, JoinCommand } from './commands';
import type { Decision } from './decision';
import { isFull, withRoom } from './forgettable';
import { isSameNickname, nicknameKey } from './nicknames/nickname-key';
import { isReservedNickname } from './nicknames/reserved-nickname';
import type { ClassState, Student } from './state';

/** Joins, or joins again: the same id with the same secret is the same student, however often it asks. */
export function join(state: ClassState, command: JoinCommand, context: DecisionContext): Decision {
  const known = state.students[command.studentId];
  if (known) {
    if (known.secretHash !== command.secretHash) return refuse('not-allowed');
    return returnToClass(state, known.id);
  }
  if (state.phase === 'ended') return refuse('class-ended');
  const devices = command.devices ?? [];
  if (devices.some((device) => barredFrom(state, device))) return refuse('device-banned');
  if (state.locked) return refuse('class-locked');
  if (isFull(state, context)) return refuse('class-full');
  const nickname = normaliseNickname(command.nickname);
  const problem = nicknameProblem(state, null, nickname, context);
  if (problem) return refuse(problem);
  const room = withRoom(state, context);
  return put(room, {
    id: command.studentId,
    nickname,
    nicknameKey: nicknameKey(nickname),
    secretHash: command.secretHash,
    mark: freeMark(room),
    membership: state.approvalRequired ? 'waiting' : 'in',
    joinedAt: context.now,
    sentOutFrom: null,
    sweptSince: null,
    team: null,
    device: devices[0] ?? null,
  });
}

/**
 * A known student is here again: one that had left is back in, where there is room and the name is still free, and so is one of the
 * class's group who comes to this sitting for the first time.
 */
export function returnToClass(state: ClassState, studentId: string): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  if (student.membership === 'removed') return refuse('student-removed');
  if (student.membership === 'banned') return refuse('student-banned');
  if (isSeated(student) || state.phase === 'ended') return { ok: true, state };
  // Let in at an earlier sitting: neither the lock nor the waiting room is meant for who belongs to the group.
  const belongs = student.membership === 'absent';
  if (state.locked && !belongs) return refuse('class-locked');
  if (occupants(state).length >= state.maxStudents) return refuse('class-full');
  if (isTaken(state, studentId, student.nicknameKey)) return refuse('nickname-taken');
  return put(state, { ...student, membership: state.approvalRequired && !belongs ? 'waiting' : 'in' });
}

/**
 * Gives a place back by the teacher's hand: with a new secret, so that the one before is worth nothing. Who had left is in again: the teacher
 * who gives a code has opened the room, and let this student in.
 */
export function takeBack(state: ClassState, studentId: string, secretHash: string): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  if (student.membership === 'removed') return refuse('student-removed');
  if (student.membership === 'banned') return refuse('student-banned');
  const back = { ...student, secretHash };
  if (isSeated(student) || state.phase === 'ended')
    return student.secretHash === secretHash ? { ok: true, state } : put(state, back);
  if (occupants(state).length >= state.maxStudents) return refuse('class-full');
  if (isTaken(state, studentId, student.nicknameKey)) return refuse('nickname-taken');
  return put(state, { ...back, membership: 'in' });
}

/** Whether somebody who joined in this browser is banned now. */
function barredFrom(state: ClassState, device: string): boolean {
  return Object.values(state.students).some((student) => student.device === device && barsDevice(student));
}

/** Whether nobody new may come from the browser in which this student joined. */
export function barsDevice({ membership, device }: Pick<Student, 'membership' | 'device'>): boolean {
  return membership === 'banned' && device !== null;
}

/** Whether a student takes up a place. */
export function isSeated({ membership }: Pick<Student, 'membership'>): boolean {
  return membership === 'in' || membership === 'waiting';
}

/** Leaves of its own will: runs and scores stay, the name becomes free. */
export function leave(state: ClassState, studentId: string): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  return isSeated(student) ? put(state, { ...student, membership: 'left' }) : { ok: true, state };
}

/** Lets a waiting student in. */
export function admit(state: ClassState, studentId: string): Decision {
  const student = state.students[studentId];
  if (student?.membership === 'in') return { ok: true, state };
  return student?.membership === 'waiting'
    ? put(state, { ...student, membership: 'in' })
    : refuse('unknown-student');
}

/** Gives a student another nickname. */
export function rename(
  state: ClassState,
  studentId: string,
  typed: string,
  context: DecisionContext,
): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  const nickname = normaliseNickname(typed);
  if (nickname === student.nickname) return { ok: true, state };
  const problem = nicknameProblem(state, studentId, nickname, context);
  if (problem) return refuse(problem);
  return put(state, { ...student, nickname, nicknameKey: nicknameKey(nickname) });
}

/** Students that take up a place: those who are in or wait to be let in. */
export function occupants(state: ClassState): Student[] {
  return Object.values(state.students).filter(isSeated);
}

function nicknameProblem(
  state: ClassState,
  studentId: string | null,
  nickname: string,
  context: DecisionContext,
): RefusalCode | null {
  if (!isNickname(nickname)) return 'nickname-invalid';
  if (isReservedNickname(nickname)) return 'nickname-reserved';
  if (!context.isNicknameFit(nickname)) return 'nickname-refused';
  return isTaken(state, studentId, nicknameKey(nickname)) ? 'nickname-taken' : null;
}

/** Whether somebody else has a nickname that may not be in the class twice. */
export function isTaken(state: ClassState, studentId: string | null, key: string): boolean {
  return Object.values(state.students).some(
    (other) =>
      other.id !== studentId &&
      isSameNickname(other.nicknameKey, key) &&
      other.membership !== 'left' &&
      other.membership !== 'removed',
  );
}

/** The class with this student as given. */
export function put(state: ClassState, student: Student): Decision {
  return { ok: true, state: { ...state, students: { ...state.students, [student.id]: student } } };
}

/** The first pair of colour and glyph that nobody has; neighbours in the list differ in both. */
function freeMark(state: ClassState): Mark {
  const students = Object.values(state.students);
  const taken = new Set(students.map(({ mark }) => mark.colour * MARK_GLYPHS + mark.glyph));
  for (let index = 0; index < MARK_COLOURS * MARK_GLYPHS; index += 1) {
    const mark = markAt(index);
    if (!taken.has(mark.colour * MARK_GLYPHS + mark.glyph)) return mark;
  }
  return markAt(students.length);
}

function markAt(index: number): Mark {
  const colour = index % MARK_COLOURS;
  return { colour, glyph: (Math.floor(index / MARK_COLOURS) + colour) % MARK_GLYPHS };
}
