/**
 * Undo and redo. Pure: every change gives a new history. Changes of the same thing in a row are one step, so that a drag is undone at once.
 * @typeParam State whatever is kept; it must not be changed afterwards
 */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the newest change was of; another change of the same is merged with it. */
  readonly lastKey: string | null;
}

/** Steps that can be taken back. */
export const MOST_EDITS = 100;

/** Nothing changed yet. */
export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], lastKey: null };
}

/**
 * A new state; what had been undone is given up.
 * @param key what is changed, such as `weight-1`; null is a step of its own always
 */
export function edit<State>(
  { past, present, lastKey }: EditHistory<State>,
  next: State,
  key: string | null = null,
): EditHistory<State> {
  const merged = key !== null && key === lastKey;
  return {
    past: merged ? past : [...past, present].slice(-MOST_EDITS),
    present: next,
    future: [],
    lastKey: key,
  };
}

/** One state back; at the oldest nothing changes. */
export function undo<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return {
    past: past.slice(0, -1),
    present: past.at(-1) as State,
    future: [present, ...future],
    lastKey: null,
  };
}

/** One state forward again; at the newest nothing changes. */
export function redo<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  const [next, ...rest] = future;
  return { past: [...past, present], present: next as State, future: rest, lastKey: null };
}
