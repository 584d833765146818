/**
 * Undo and redo: states of the bench, newest last. Pure: every change gives a new history.
 * @typeParam State whatever is kept (a setup, weights, drawn points); it must not be changed afterwards
 */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** Steps that can be taken back. */
export const MOST_EDITS = 100;

export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [] };
}

/** A new state; what had been undone is given up. */
export function edit<State>({ past, present }: EditHistory<State>, next: State): EditHistory<State> {
  return { past: [...past, present].slice(-MOST_EDITS), present: next, future: [] };
}

/** One state back; at the oldest nothing changes. */
export function undo<State>(history: EditHistory<State>): EditHistory<State> {
  const last = history.past.at(-1);
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    present: last as State,
    future: [history.present, ...history.future],
  };
}

/** One state forward again; at the newest nothing changes. */
export function redo<State>(history: EditHistory<State>): EditHistory<State> {
  const [next, ...future] = history.future;
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.present], present: next as State, future };
}
