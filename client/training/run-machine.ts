import type { Begun } from '@/engine/worker/messages';
import type { RunState } from '@/protocol/run-state';

/** How a run comes to its end by itself. */
export type RunEnd = 'finished' | 'diverged';

/**
 * Where the run on the bench stands. `network` is the worker's answer to its beginning; null: the network does not stand in the worker (yet,
 * or any more).
 */
export type RunLife =
  /** Stands still. `ready`: at step 0, and nobody has been told of it. */
  | { is: 'still'; at: 'ready' | 'paused'; network: Begun | null }
  | { is: 'training'; network: Begun }
  /** Has come to its end, of which the outbox does not know yet. */
  | { is: 'ending'; end: RunEnd; network: Begun | null }
  /** `stopped`: put aside before its end. */
  | { is: 'over'; end: RunEnd | 'stopped'; network: Begun | null }
  /** Another page has it; what this page's worker still does with it is only shown. */
  | { is: 'taken'; at: 'ready' | RunState; network: Begun | null };

export type RunLifeEvent =
  /** The network stands in the worker. */
  | { type: 'built'; network: Begun }
  /** It stands there no more, or is to be built anew elsewhere. */
  | { type: 'torn-down' }
  /** The worker has begun to train, or says that it does. */
  | { type: 'trains' }
  /** The worker stands still. `unasked`: it says so by itself, also of one that never began. */
  | { type: 'stands'; unasked: boolean }
  /** Exactly one step was done. */
  | { type: 'stepped' }
  | { type: 'came-to-end'; end: RunEnd }
  /** Its end is in the outbox. */
  | { type: 'end-recorded' }
  /** It is put aside for another. */
  | { type: 'put-aside' }
  /** Another page has taken it. */
  | { type: 'taken' };

export type RunLifeEffect =
  /** Tell the class, with the points so far. */
  | { type: 'record'; state: 'training' | 'paused' | 'stopped' }
  /** Get its report and record its end; then say `end-recorded`. */
  | { type: 'conclude'; end: RunEnd }
  /** Record no more. */
  | { type: 'stop-recording' }
  /** Keep it for the next page. */
  | { type: 'save' }
  | { type: 'draw' };

interface Step {
  life: RunLife;
  effects: RunLifeEffect[];
}

/** A run as an earlier page left it: one that was training stands still until somebody lets it go on. */
export function restoredLife(state: 'ready' | RunState): RunLife {
  if (state === 'ready' || state === 'paused') return { is: 'still', at: state, network: null };
  if (state === 'training') return { is: 'still', at: 'paused', network: null };
  return { is: 'over', end: state, network: null };
}

/** Its state as people and the class know it. */
export function stateOfLife(life: RunLife): 'ready' | RunState {
  if (life.is === 'training') return 'training';
  return life.is === 'still' || life.is === 'taken' ? life.at : life.end;
}

/**
 * Whether it is kept for the next page. Not one at its start, nor another page's, nor an end that is not in the outbox: the next page would
 * take the run for told of, and the server would never hear of its end.
 */
export function isWorthKeeping(life: RunLife): boolean {
  return life.is === 'training' || life.is === 'over' || (life.is === 'still' && life.at === 'paused');
}

/** What becomes of a run, and what is to be done about it: pure. */
export function advanceRun(life: RunLife, event: RunLifeEvent): Step {
  switch (event.type) {
    case 'built':
      return { life: { ...life, network: event.network }, effects: [] };
    case 'torn-down':
      if (life.is === 'training') return pausedRun(null);
      if (life.is === 'taken' && life.at === 'training')
        return { life: { ...life, at: 'paused', network: null }, effects: [{ type: 'draw' }] };
      return { life: { ...life, network: null }, effects: [] };
    case 'taken':
      if (life.is === 'taken') return same(life);
      return {
        life: { is: 'taken', at: stateOfLife(life), network: life.network },
        effects: [{ type: 'stop-recording' }],
      };
    case 'end-recorded':
      if (life.is === 'taken') return { life, effects: [{ type: 'draw' }] };
      if (life.is !== 'ending') return same(life);
      return {
        life: { is: 'over', end: life.end, network: life.network },
        effects: [{ type: 'save' }, { type: 'draw' }],
      };
    case 'put-aside':
      if (life.is !== 'training' && !(life.is === 'still' && life.at === 'paused')) return same(life);
      return {
        life: { is: 'over', end: 'stopped', network: life.network },
        effects: [{ type: 'record', state: 'stopped' }],
      };
    default:
      // What stands in the worker before a run has begun there is another's.
      return life.network === null ? same(life) : work(life, life.network, event);
  }
}

/** What the worker did with the network. */
function work(
  life: RunLife,
  network: Begun,
  event: Extract<RunLifeEvent, { type: 'trains' | 'stands' | 'stepped' | 'came-to-end' }>,
): Step {
  if (life.is === 'taken') return show(life, event);
  if (life.is !== 'still' && life.is !== 'training') return same(life);
  switch (event.type) {
    case 'trains':
      if (life.is === 'training') return same(life);
      return {
        life: { is: 'training', network },
        effects: [{ type: 'record', state: 'training' }, { type: 'save' }, { type: 'draw' }],
      };
    case 'stands':
      return life.is === 'training' || (event.unasked && life.at === 'ready')
        ? pausedRun(network)
        : same(life);
    case 'stepped':
      return life.is === 'training' || life.at === 'ready' ? pausedRun(network) : same(life);
    case 'came-to-end':
      return {
        life: { is: 'ending', end: event.end, network },
        effects: [{ type: 'draw' }, { type: 'conclude', end: event.end }],
      };
  }
}

function show(
  life: Extract<RunLife, { is: 'taken' }>,
  event: Extract<RunLifeEvent, { type: 'trains' | 'stands' | 'stepped' | 'came-to-end' }>,
): Step {
  if (life.at === 'finished' || life.at === 'diverged' || life.at === 'stopped') return same(life);
  if (event.type === 'came-to-end')
    return {
      life: { ...life, at: event.end },
      effects: [{ type: 'draw' }, { type: 'conclude', end: event.end }],
    };
  const at = event.type === 'trains' ? 'training' : 'paused';
  return at === life.at ? same(life) : { life: { ...life, at }, effects: [{ type: 'draw' }] };
}

function pausedRun(network: Begun | null): Step {
  return {
    life: { is: 'still', at: 'paused', network },
    effects: [{ type: 'record', state: 'paused' }, { type: 'save' }, { type: 'draw' }],
  };
}

function same(life: RunLife): Step {
  return { life, effects: [] };
}
