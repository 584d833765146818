import { type BackOff, jitteredDelay } from '@/base/back-off';
import type { RunAppendAnswer, RunAttachAnswer } from '@/protocol/events';
import type { RefusalCode } from '@/protocol/refusals';
import { storageTroubleOf } from '@/protocol/storage';

/** Batches of one run on their way at the same time. */
export const SEND_WINDOW = 4;

/** Failures in a row after which a gap is not one that a repeat will fill. */
const HOPELESS = 8;

const RETRY: BackOff = { least: 1_000, most: 8_000 };

/** Refusals that pass by themselves. All others end the sending of the run. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'rate-limited',
  'internal',
  'server-stopping',
  'not-attached',
  'student-waiting',
]);

/** Whether to try again later: what the storage could not take once, it takes when its trouble is over. */
function isPassing(code: RefusalCode): boolean {
  return PASSING.has(code) || storageTroubleOf(code) !== null;
}

/** How the sending of one run stands. Sequences count from 1. */
export interface SendState {
  online: boolean;
  /** Of our attach; null: attach first. */
  epoch: number | null;
  attaching: boolean;
  /** Everything up to here is stored on the server. */
  acknowledged: number;
  /** Newest sequence in the outbox. */
  last: number;
  /** The next sequence to send. */
  next: number;
  /** Batches on their way, unanswered. */
  inFlight: number;
  /** Something went wrong: let all that is on its way be answered, then go on from the high-water mark. */
  draining: boolean;
  /** Failures since the last success. */
  failures: number;
  /** Waiting after a failure. */
  waiting: boolean;
  /** The server did not know the run although it was attached; a second time is the end. */
  reattached: boolean;
  parked: RefusalCode | null;
}

export type SendEvent =
  | { type: 'online' }
  | { type: 'offline' }
  /** The outbox holds batches up to `last`. */
  | { type: 'appended'; last: number }
  /** Null: no answer came. */
  | { type: 'attach-answered'; answer: RunAttachAnswer | null }
  | { type: 'append-answered'; answer: RunAppendAnswer | null }
  /** The wait is over, or there are new tokens to send with. */
  | { type: 'wake' };

export type SendEffect =
  | { type: 'attach' }
  | { type: 'send'; sequence: number; epoch: number }
  /** Everything up to here is stored and may be forgotten. */
  | { type: 'forget'; upTo: number }
  | { type: 'wait'; milliseconds: number }
  /** Sending has ended. `run-stale`: another tab has the run; `run-gap`: the server misses what it had acknowledged. */
  | { type: 'parked'; code: RefusalCode };

/** What the machine may use of the world outside. */
export interface SendAllowance {
  /** Batches that may be sent now. */
  tokens: number;
  /** Uniform in [0, 1), for the jitter of waiting. */
  random: number;
}

/** A run as it lies in the outbox, not attached. */
export function initialSendState(acknowledged: number, last: number, online: boolean): SendState {
  return {
    online,
    epoch: null,
    attaching: false,
    acknowledged,
    last,
    next: acknowledged + 1,
    inFlight: 0,
    draining: false,
    failures: 0,
    waiting: false,
    reattached: false,
    parked: null,
  };
}

/**
 * Sends one run's batches: pure, no time and no I/O. Every attach and every send is answered by exactly one event.
 * The epoch is kept over a lost connection, so that a tab that comes back does not take a run from a newer one.
 */
export function advance(
  state: SendState,
  event: SendEvent,
  allowance: SendAllowance,
): { state: SendState; effects: SendEffect[] } {
  const next = { ...state };
  const effects: SendEffect[] = [];
  switch (event.type) {
    case 'online':
      next.online = true;
      next.waiting = false;
      break;
    case 'offline':
      next.online = false;
      break;
    case 'appended':
      next.last = Math.max(next.last, event.last);
      break;
    case 'wake':
      next.waiting = false;
      break;
    case 'attach-answered':
      next.attaching = false;
      takeAttach(next, event.answer, effects, allowance);
      break;
    case 'append-answered':
      next.inFlight -= 1;
      takeAppend(next, event.answer, effects, allowance);
      break;
  }
  pump(next, effects, allowance.tokens);
  return { state: next, effects };
}

function takeAttach(
  state: SendState,
  answer: RunAttachAnswer | null,
  effects: SendEffect[],
  allowance: SendAllowance,
): void {
  if (state.parked) return;
  if (!answer) fail(state, effects, allowance);
  else if (answer.ok && answer.highWater < state.acknowledged) park(state, 'run-gap', effects);
  else if (answer.ok) {
    state.epoch = answer.epoch;
    state.failures = 0;
    takeHighWater(state, answer.highWater, effects);
    state.next = state.acknowledged + 1;
  } else if (isPassing(answer.code)) fail(state, effects, allowance);
  else park(state, answer.code, effects);
}

function takeAppend(
  state: SendState,
  answer: RunAppendAnswer | null,
  effects: SendEffect[],
  allowance: SendAllowance,
): void {
  if (state.parked) return;
  if (!answer) {
    state.draining = true;
    fail(state, effects, allowance);
    return;
  }
  if (answer.ok) {
    state.failures = 0;
    state.reattached = false;
    takeHighWater(state, answer.highWater, effects);
    return;
  }
  state.draining = true;
  if (answer.code === 'run-gap') {
    const before = state.acknowledged;
    takeHighWater(state, answer.highWater ?? 0, effects);
    if (state.acknowledged > before) return;
    // What the outbox has will fill the gap; what the server had acknowledged and then lost, nothing will.
    if (state.failures >= HOPELESS) park(state, 'run-gap', effects);
    else fail(state, effects, allowance);
  } else if (isPassing(answer.code)) {
    fail(state, effects, allowance);
  } else if (answer.code === 'unknown-run' && !state.reattached) {
    state.epoch = null;
    state.reattached = true;
  } else {
    park(state, answer.code, effects);
  }
}

function takeHighWater(state: SendState, highWater: number, effects: SendEffect[]): void {
  if (highWater > state.acknowledged) {
    state.acknowledged = highWater;
    state.last = Math.max(state.last, highWater);
    effects.push({ type: 'forget', upTo: highWater });
  }
  if (state.next <= state.acknowledged) state.next = state.acknowledged + 1;
}

function fail(state: SendState, effects: SendEffect[], { random }: SendAllowance): void {
  // Offline, the coming back is the signal; and one wait is enough for a whole window of failures.
  if (!state.online || state.waiting) return;
  state.waiting = true;
  effects.push({ type: 'wait', milliseconds: jitteredDelay(RETRY, state.failures, random) });
  state.failures += 1;
}

function park(state: SendState, code: RefusalCode, effects: SendEffect[]): void {
  state.parked = code;
  effects.push({ type: 'parked', code });
}

/** Whether there is something that only a token is missing for. */
export function wantsToken(state: SendState): boolean {
  const { parked, online, waiting, attaching, draining, epoch } = state;
  if (parked || !online || waiting || attaching || draining || epoch === null) return false;
  return state.inFlight < SEND_WINDOW && state.next <= state.last;
}

/** Does whatever can be done now. */
function pump(state: SendState, effects: SendEffect[], tokens: number): void {
  if (state.parked || !state.online || state.waiting || state.attaching) return;
  if (state.draining) {
    if (state.inFlight > 0) return;
    state.draining = false;
    state.next = state.acknowledged + 1;
  }
  if (state.next > state.last) return;
  if (state.epoch === null) {
    if (state.inFlight > 0) return;
    state.attaching = true;
    effects.push({ type: 'attach' });
    return;
  }
  for (let left = tokens; left > 0 && state.inFlight < SEND_WINDOW && state.next <= state.last; left -= 1) {
    effects.push({ type: 'send', sequence: state.next, epoch: state.epoch });
    state.next += 1;
    state.inFlight += 1;
  }
}
