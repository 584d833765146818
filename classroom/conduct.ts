import { refuse } from '@/protocol/refusals';
import { goingOn, held } from './countdown';
import { accept, type Decision } from './decision';
import type { ClassState } from './state';

/** What a teacher does with the class as a whole. */

export function begin(state: ClassState, now: number): Decision {
  // What was counted down to was the beginning.
  return state.phase === 'lobby'
    ? accept(state, { phase: 'live', startedAt: now, countdown: null })
    : refuse('wrong-phase');
}

export function end(state: ClassState, now: number): Decision {
  return state.phase === 'ended'
    ? refuse('wrong-phase')
    : accept(state, { phase: 'ended', endedAt: now, paused: false, countdown: null });
}

export function pause(state: ClassState, paused: boolean, now: number): Decision {
  if (state.phase !== 'live') return refuse('wrong-phase');
  const countdown = (paused ? held : goingOn)(state.countdown, now);
  return accept(state, { paused, countdown });
}

/** Who may come in: a rule of the door, which an ended class has none of. */
export function changeDoor(
  state: ClassState,
  change: Partial<Pick<ClassState, 'locked' | 'approvalRequired'>>,
): Decision {
  return state.phase === 'ended' ? refuse('wrong-phase') : accept(state, change);
}

/**
 * Calls students by their marks. Once the class goes on it stays so, whoever asks: what somebody has shown without a name keeps none. The
 * review alone brings marks and names together.
 */
export function anonymise(state: ClassState, anonymised: boolean): Decision {
  return !anonymised && state.anonymised && state.phase !== 'lobby'
    ? refuse('names-hidden')
    : accept(state, { anonymised });
}
