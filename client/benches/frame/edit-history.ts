/** Values that can be undone. Changes of the same thing in a row are one step: a drag is undone at once. */
export interface EditHistory<Value> {
  past: readonly Value[];
  present: Value;
  /** What the newest change was of; another change of the same is merged with it. */
  lastKey: string | null;
}

/** Undone steps that are remembered. */
const MOST = 100;

/** Nothing changed yet. */
export function beginHistory<Value>(present: Value): EditHistory<Value> {
  return { past: [], present, lastKey: null };
}

/** @param key what is changed, such as `weight-1`; null is a step of its own always */
export function changed<Value>(
  history: EditHistory<Value>,
  next: Value,
  key: string | null,
): EditHistory<Value> {
  const merged = key !== null && key === history.lastKey;
  return {
    past: merged ? history.past : [...history.past, history.present].slice(-MOST),
    present: next,
    lastKey: key,
  };
}

/** One step back, or the same when there is none. */
export function undone<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, lastKey: null };
}
