import { noteNotKept } from './kept-here';

/** The part of `Storage` that is needed here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A `Storage` that never throws: where the browser forbids storage or it is full, the text is kept for this page alone.
 * @param pick gives the real storage; may throw (access is denied) or give nothing (on the server)
 */
export function sturdyStorage(pick: () => TextStorage | undefined): TextStorage {
  const memory = new Map<string, string>();
  const attempt = <Result>(act: (storage: TextStorage) => Result): Result | undefined => {
    try {
      const storage = pick();
      return storage ? act(storage) : undefined;
    } catch {
      noteNotKept('texts');
      return undefined;
    }
  };
  return {
    getItem: (key) => attempt((storage) => storage.getItem(key)) ?? memory.get(key) ?? null,
    setItem: (key, value) => {
      memory.set(key, value);
      attempt((storage) => storage.setItem(key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
  };
}

/** Kept for this browser. */
export const browserStorage = sturdyStorage(() => globalThis.localStorage);
/** Kept for this tab. */
export const tabStorage = sturdyStorage(() => globalThis.sessionStorage);
