import { type BackOff, backOffDelay } from '@/base/back-off';
import type { ClassGate } from './class-gate';

const WAITS: BackOff = { least: 1_000, most: 30_000 };
/** Tries by itself; after these a person has to ask. About two and a half minutes. */
const MOST_TRIES = 8;

/** What a training that stands still is to do: */
type Wish =
  /** to stand until somebody presses Train; */
  | 'rest'
  /** to go on when pictures, which did not come, may come again; */
  | 'starved'
  /** to go on as soon as it may: after a reload, or after the teacher has held the class. */
  | 'go-on';

/** Whether something did not come: pictures, or the training's own code. */
type Trouble =
  | { is: 'none' }
  /** It is asked for again when a wait is over. */
  | { is: 'waiting'; tries: number }
  /** It is being asked for again; or was often enough, and only a person or the connection's return asks once more. */
  | { is: 'pending'; tries: number };

/** What a training does without anybody pressing anything. */
export type GoingState =
  | {
      is: 'open';
      gate: ClassGate;
      /** Whether the gate is the class's own word, or nothing better is to be waited for. */
      isKnown: boolean;
      isOnline: boolean;
      wish: Wish;
      trouble: Trouble;
    }
  /** The page is done with it. */
  | { is: 'closed' };

export type GoingEvent =
  /** An earlier page has left a run. */
  | { type: 'restored'; goesOn: boolean }
  | { type: 'class'; gate: ClassGate; isKnown: boolean; isOnline: boolean }
  /** Pictures did not come for a network that stands. */
  | { type: 'starved' }
  /** A network could not be made ready, or died. */
  | { type: 'failed'; mayComeLater: boolean }
  /** What was waited for has come. */
  | { type: 'worked' }
  /** What was to be made ready, is. */
  | { type: 'ready' }
  | { type: 'wait-over' }
  /** A person has decided what happens next. */
  | { type: 'decided' }
  /** Another page has the run now. */
  | { type: 'taken' }
  | { type: 'closed' };

export type GoingEffect =
  | { type: 'halt' }
  /** Ask for what did not come; then say `ready`, or `failed`. */
  | { type: 'make-ready' }
  /** Let the very run that stood still go on, whatever is set up for the next one. */
  | { type: 'go-on' }
  | { type: 'wait'; milliseconds: number }
  | { type: 'stop-waiting' }
  /** The connection is back: fetch what only the server has. */
  | { type: 'catch-up' };

/** What the machine may know of the bench. */
export interface BenchFacts {
  isTraining: boolean;
  /** The network stands in the worker. */
  stands: boolean;
}

type Open = Extract<GoingState, { is: 'open' }>;

/** Before anything is known. Alone the gate is open, and there is nobody to hear from. */
export function initialGoing(gate: ClassGate, isAlone: boolean): GoingState {
  return { is: 'open', gate, isKnown: isAlone, isOnline: false, wish: 'rest', trouble: { is: 'none' } };
}

/** Whether a person may train now. */
export function isGateOpen(state: GoingState): boolean {
  return state.is === 'open' && state.gate === 'open';
}

/** Whether the run is to go on by itself when it may: kept for the next page. */
export function goesOn(state: GoingState): boolean {
  return state.is === 'open' && state.wish === 'go-on';
}

/**
 * Halts and goes on, and asks again for what did not come: pure, no time and no I/O. A `wait` is followed by exactly one `wait-over`
 * unless `stop-waiting` comes first.
 */
export function advanceGoing(
  state: GoingState,
  event: GoingEvent,
  bench: BenchFacts,
): { state: GoingState; effects: GoingEffect[] } {
  if (state.is === 'closed') return { state, effects: [] };
  const effects: GoingEffect[] = [];
  if (event.type === 'closed') {
    if (state.trouble.is === 'waiting') effects.push({ type: 'stop-waiting' });
    return { state: { is: 'closed' }, effects };
  }
  const next = { ...state };
  switch (event.type) {
    case 'restored':
      if (event.goesOn) next.wish = 'go-on';
      break;
    case 'class':
      hearClass(next, event, bench, effects);
      goOnIfDue(next, bench, effects);
      break;
    case 'wait-over':
      if (next.trouble.is === 'waiting') next.trouble = { is: 'pending', tries: next.trouble.tries };
      askAgain(next, bench, effects);
      goOnIfDue(next, bench, effects);
      break;
    case 'ready':
      goOnIfDue(next, bench, effects);
      break;
    case 'starved':
      if (bench.isTraining && next.wish === 'rest') next.wish = 'starved';
      waitForAnother(next, effects);
      break;
    case 'failed':
      if (event.mayComeLater) waitForAnother(next, effects);
      break;
    case 'worked':
      if (next.trouble.is === 'waiting') effects.push({ type: 'stop-waiting' });
      next.trouble = { is: 'none' };
      break;
    case 'taken':
      next.wish = 'rest';
      effects.push({ type: 'halt' });
      break;
    case 'decided':
      next.wish = 'rest';
      break;
  }
  return { state: next, effects };
}

function hearClass(
  state: Open,
  { gate, isKnown, isOnline }: Extract<GoingEvent, { type: 'class' }>,
  bench: BenchFacts,
  effects: GoingEffect[],
): void {
  const isBack = isOnline && !state.isOnline;
  Object.assign(state, { gate, isKnown, isOnline });
  if (gate !== 'open' && bench.isTraining) {
    if (gate === 'held') state.wish = 'go-on';
    effects.push({ type: 'halt' });
  }
  if (!isBack) return;
  effects.push({ type: 'catch-up' });
  askAgain(state, bench, effects);
}

/** What did not come may come now; what was to go on then, goes on. */
function askAgain(state: Open, bench: BenchFacts, effects: GoingEffect[]): void {
  if (state.trouble.is === 'none') return;
  if (state.wish === 'starved') state.wish = 'go-on';
  if (!bench.stands) effects.push({ type: 'make-ready' });
}

function goOnIfDue(state: Open, bench: BenchFacts, effects: GoingEffect[]): void {
  // The first view may say that the class is paused.
  if (state.wish !== 'go-on' || state.gate !== 'open' || !state.isKnown || !bench.stands) return;
  state.wish = 'rest';
  effects.push({ type: 'go-on' });
}

/** One wait is enough, however much fails meanwhile. */
function waitForAnother(state: Open, effects: GoingEffect[]): void {
  if (state.trouble.is === 'waiting') return;
  const tries = state.trouble.is === 'none' ? 0 : state.trouble.tries;
  if (tries >= MOST_TRIES) return;
  state.trouble = { is: 'waiting', tries: tries + 1 };
  effects.push({ type: 'wait', milliseconds: backOffDelay(WAITS, tries) });
}
