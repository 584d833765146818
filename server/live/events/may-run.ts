import type { ClassState } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';

/**
 * Whether a student may send points now; null if so. Runs may catch up for a while after the class has ended, since they may
 * have been made, or even begun, offline; in the lobby none is begun.
 */
export function refuseRun(
  state: ClassState,
  studentId: string,
  runExists: boolean,
  now: number,
): Refusal | null {
  switch (state.students[studentId]?.membership) {
    case undefined:
      return refuse('unknown-student');
    case 'waiting':
      return refuse('student-waiting');
    case 'removed':
      return refuse('student-removed');
    case 'banned':
      return refuse('student-banned');
    case 'absent':
    case 'left':
      return refuse('not-attached');
    case 'in':
      break;
  }
  if (state.phase === 'ended') {
    return now - (state.endedAt ?? 0) <= LIMITS.catchUpMs ? null : refuse('class-ended');
  }
  return state.phase === 'lobby' && !runExists ? refuse('wrong-phase') : null;
}
