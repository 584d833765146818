import { type KeptPlace, keptKey } from './use-kept';

/** The part of `Storage` that says what there is. */
export type KeyList = Pick<Storage, 'length' | 'key'>;

/** What this browser keeps; null where it keeps nothing, or does not let us look. */
export function keptKeys(): KeyList | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Whether a browser keeps any work of a step (`useKept`, `useEdits`): they write when something is changed, and never by being opened. */
export function hasKeptWork(place: Omit<KeptPlace, 'shown' | 'open'>, storage: KeyList): boolean {
  const begin = keptKey(place, '');
  for (let at = 0; at < storage.length; at += 1) if (storage.key(at)?.startsWith(begin)) return true;
  return false;
}
