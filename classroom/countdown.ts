import { COUNTDOWN_SECONDS, type Countdown, leftOf } from '@/protocol/countdown';
import { refuse } from '@/protocol/refusals';
import { accept, type Decision } from './decision';
import type { ClassState } from './state';
import { stepsOf } from './steps';

/** The class's countdown, by its own clock. While the class is paused it stands: time in which nobody may work is not taken from them. */

export function setCountdown(state: ClassState, seconds: number, now: number): Decision {
  return counting(state, seconds * 1_000, now);
}

/** So much more, on top of what is left. */
export function addToCountdown(state: ClassState, seconds: number, now: number): Decision {
  const left = state.countdown === null ? 0 : leftOf(state.countdown, now);
  return counting(state, Math.min(left + seconds * 1_000, COUNTDOWN_SECONDS.most * 1_000), now);
}

export function stopCountdown(state: ClassState): Decision {
  return accept(state, { countdown: null });
}

/** What is left of a countdown when the class goes to another step: one that is over was for the step before. */
export function takenAlong(countdown: Countdown | null, now: number): Countdown | null {
  return countdown !== null && leftOf(countdown, now) > 0 ? countdown : null;
}

/** Whether time is up for handing networks in: a countdown at the step of the challenge is the challenge's. */
export function isTimeUp(state: ClassState, now: number): boolean {
  const { countdown, stepIndex } = state;
  if (countdown === null || leftOf(countdown, now) > 0) return false;
  return stepsOf(state)[stepIndex]?.bench === 'digits-challenge';
}

/** The countdown of a class that is paused from now on. One that is over stays over. */
export function held(countdown: Countdown | null, now: number): Countdown | null {
  if (countdown === null || 'left' in countdown || countdown.endsAt <= now) return countdown;
  return { left: countdown.endsAt - now };
}

/** The countdown of a class that goes on from now on. */
export function goingOn(countdown: Countdown | null, now: number): Countdown | null {
  return countdown !== null && 'left' in countdown ? { endsAt: now + countdown.left } : countdown;
}

function counting(state: ClassState, ms: number, now: number): Decision {
  if (state.phase === 'ended') return refuse('wrong-phase');
  return accept(state, { countdown: state.paused ? { left: ms } : { endsAt: now + ms } });
}
