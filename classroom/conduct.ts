import { findLesson } from '@/lessons/registry';
import { refuse } from '@/protocol/refusals';
import { accept, type Decision } from './decision';
import type { ClassState } from './state';

/** What a teacher does with the class as a whole. */

export function begin(state: ClassState, now: number): Decision {
  return state.phase === 'lobby' ? accept(state, { phase: 'live', startedAt: now }) : refuse('wrong-phase');
}

export function end(state: ClassState, now: number): Decision {
  return state.phase === 'ended'
    ? refuse('wrong-phase')
    : accept(state, { phase: 'ended', endedAt: now, paused: false });
}

export function pause(state: ClassState, paused: boolean): Decision {
  return state.phase === 'live' ? accept(state, { paused }) : refuse('wrong-phase');
}

/** Steps on, or back with -1. */
export function moveBy(state: ClassState, steps: number): Decision {
  if (state.phase !== 'live') return refuse('wrong-phase');
  const stepIndex = state.stepIndex + steps;
  const count = findLesson(state.lessonId)?.steps.length ?? 0;
  return stepIndex >= 0 && stepIndex < count ? accept(state, { stepIndex }) : refuse('no-such-step');
}

/** Who may come in: a rule of the door, which an ended class has none of. */
export function changeDoor(
  state: ClassState,
  change: Partial<Pick<ClassState, 'locked' | 'approvalRequired'>>,
): Decision {
  return state.phase === 'ended' ? refuse('wrong-phase') : accept(state, change);
}
