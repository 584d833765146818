/** Drawings before which nobody should worry about balance. */
const FIRST_WORRY = 8;
/** So many times as many of one label as of another is one-sided. */
const LOPSIDED = 2;

/** What a pool's counts lack: a label with none, or one with far fewer than another; null: well balanced, or too early to say. */
export type Imbalance = { kind: 'none-of' | 'few-of'; label: number; most: number };

export function imbalanceOf(counts: readonly number[]): Imbalance | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < FIRST_WORRY || counts.length < 2) return null;
  const least = counts.indexOf(Math.min(...counts));
  const most = counts.indexOf(Math.max(...counts));
  if (counts[least] === 0) return { kind: 'none-of', label: least, most };
  return counts[most]! > LOPSIDED * counts[least]! ? { kind: 'few-of', label: least, most } : null;
}
