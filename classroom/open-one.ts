/** What a class does one after another, in a list: one at most is on, and it is the last. */
interface Closable {
  readonly id: string;
  readonly closedAt: number | null;
}

/** The one of a list that is on; null: none is. */
export function openOne<One extends Pick<Closable, 'closedAt'>>(list: readonly One[]): One | null {
  const last = list.at(-1);
  return last?.closedAt === null ? last : null;
}

/** The one that is on, if it is the one that is meant: whoever asks late may mean one before. */
export function openNamed<One extends Closable>(list: readonly One[], id: string): One | null {
  const open = openOne(list);
  return open?.id === id ? open : null;
}

/** The list with none that is on. */
export function closeOpen<One extends Pick<Closable, 'closedAt'>>(
  list: readonly One[],
  now: number,
): readonly One[] {
  return list.map((one) => (one.closedAt === null ? { ...one, closedAt: now } : one));
}

/** The list with this for its last, as it is now. */
export const withLast = <One>(list: readonly One[], last: One): One[] => [...list.slice(0, -1), last];
