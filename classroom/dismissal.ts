import { refuse } from '@/protocol/refusals';
import type { Membership } from '@/protocol/views';
import type { Decision } from './decision';
import { isSeated, isTaken, occupants, put } from './membership';
import { isSentOut, sentOut } from './sent-out';
import type { ClassState } from './state';

/** Sends a student out, who may join again. */
export function remove(state: ClassState, studentId: string): Decision {
  return sendOut(state, studentId, 'removed');
}

/** Sends a student out for good: the identity and the nickname stay barred, until the teacher forgives. */
export function ban(state: ClassState, studentId: string): Decision {
  return sendOut(state, studentId, 'banned');
}

function sendOut(state: ClassState, studentId: string, to: 'removed' | 'banned'): Decision {
  const student = state.students[studentId];
  // A ban is taken back by forgiving alone: removing would let the nickname go.
  if (!student || (student.membership === 'banned' && to === 'removed')) return refuse('unknown-student');
  return student.membership === to ? { ok: true, state } : put(state, sentOut(student, to));
}

/** Lets others join in the browser of a banned student, who stays banned: a device that several people use. */
export function freeDevice(state: ClassState, studentId: string): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  return student.device === null ? { ok: true, state } : put(state, { ...student, device: null });
}

/**
 * Takes a removal or a ban back: the student is what it was, with name, mark, runs and place on the board, and whoever has its secret comes
 * back by the same link. Neither the lock nor the waiting room stands in the way: the teacher has said so.
 */
export function forgive(state: ClassState, studentId: string): Decision {
  const student = state.students[studentId];
  if (!student) return refuse('unknown-student');
  if (!isSentOut(student)) return { ok: true, state };
  // From before it was kept what a student had been: it had been in.
  const membership: Membership = student.sentOutFrom ?? 'in';
  const back = { ...student, membership, sentOutFrom: null, sweptSince: null };
  if (isSeated(back) && occupants(state).length >= state.maxStudents) return refuse('class-full');
  if (membership !== 'left' && isTaken(state, studentId, student.nicknameKey))
    return refuse('nickname-taken');
  return put(state, back);
}

/** Takes a sweep of newcomers back: all who went with it and nobody else, as far as there are seats and names for them. */
export function forgiveNewcomers(state: ClassState, since: number): Decision {
  const swept = Object.values(state.students).filter(
    ({ membership, sweptSince }) => membership === 'removed' && sweptSince === since,
  );
  const after = swept.reduce((so, { id }) => {
    const decision = forgive(so, id);
    return decision.ok ? decision.state : so;
  }, state);
  return { ok: true, state: after };
}
