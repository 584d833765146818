import { openSteps, type Pacing } from '@/protocol/pacing';
import { refuse } from '@/protocol/refusals';
import { takenAlong } from './countdown';
import { accept, type Decision } from './decision';
import type { ClassState } from './state';
import { stepsOf } from './steps';

/** Where the class is, and where its students may be. */

/** Steps on, or back with -1. */
export function moveBy(state: ClassState, steps: number, now: number): Decision {
  return goToStep(state, state.stepIndex + steps, now);
}

/** Takes the class to a step. Where a range is open, it is widened to hold it: the class's own step always is one of those that are open. */
export function goToStep(state: ClassState, stepIndex: number, now: number): Decision {
  if (state.phase !== 'live') return refuse('wrong-phase');
  if (stepIndex < 0 || stepIndex >= stepsOf(state).length) return refuse('no-such-step');
  const { pacing } = state;
  const countdown = stepIndex === state.stepIndex ? state.countdown : takenAlong(state.countdown, now);
  if (pacing.mode !== 'range' || (stepIndex >= pacing.first && stepIndex <= pacing.last))
    return accept(state, { stepIndex, countdown });
  const first = Math.min(pacing.first, stepIndex);
  const last = Math.max(pacing.last, stepIndex);
  return accept(state, { stepIndex, countdown, pacing: { mode: 'range', first, last } });
}

/** Says who decides at which step a student is. The class's own step is then the nearest of those that are open. */
export function pace(state: ClassState, pacing: Pacing, now: number): Decision {
  if (state.phase === 'ended') return refuse('wrong-phase');
  const count = stepsOf(state).length;
  if (pacing.mode === 'range' && (pacing.first > pacing.last || pacing.last >= count))
    return refuse('no-such-step');
  if (isSame(state.pacing, pacing)) return { ok: true, state };
  const { first, last } = openSteps({ pacing, stepIndex: state.stepIndex }, count);
  const stepIndex = Math.min(last, Math.max(first, state.stepIndex));
  const countdown = stepIndex === state.stepIndex ? state.countdown : takenAlong(state.countdown, now);
  return accept(state, { pacing, stepIndex, countdown });
}

function isSame(one: Pacing, other: Pacing): boolean {
  if (one.mode !== 'range' || other.mode !== 'range') return one.mode === other.mode;
  return one.first === other.first && one.last === other.last;
}

/** The last step at which a student may be now. */
export function farthestStep(state: ClassState): number {
  return openSteps(state, stepsOf(state).length).last;
}
