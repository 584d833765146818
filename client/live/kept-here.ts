import { Listeners } from '@/base/listeners';

/**
 * What this browser does not keep: texts (who somebody is, how far they are), bulk data (points that wait, trainings), cookies (signing
 * in, language).
 */
export type NotKept = 'texts' | 'data' | 'cookies';

const NOTHING: ReadonlySet<NotKept> = new Set();
let notKept: ReadonlySet<NotKept> = NOTHING;
const listeners = new Listeners();

/** Notes that something could not be kept: whoever finds out says so. */
export function noteNotKept(what: NotKept): void {
  if (notKept.has(what)) return;
  notKept = new Set([...notKept, what]);
  // Later: storage is often read while something is being drawn.
  queueMicrotask(() => {
    listeners.tell();
  });
}

/** What was found out so far, for `useSyncExternalStore`. */
export const keptHere = {
  subscribe: listeners.add,
  read: () => notKept,
  /** The server keeps nothing and misses nothing. */
  readOnServer: () => NOTHING,
};

/** Tries what no visit to a page tries by itself; what is not kept is noted. */
export function probeKept(): void {
  attempt('texts', () => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem(PROBE, PROBE);
      const kept = storage.getItem(PROBE) === PROBE;
      storage.removeItem(PROBE);
      if (!kept) return false;
    }
    return true;
  });
  attempt('data', () => globalThis.indexedDB !== undefined && globalThis.indexedDB !== null);
  attempt('cookies', () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists in secure contexts only.
    document.cookie = `${PROBE}=1; path=/; samesite=lax`;
    const kept = document.cookie.includes(PROBE);
    // biome-ignore lint/suspicious/noDocumentCookie: as above.
    document.cookie = `${PROBE}=; path=/; max-age=0; samesite=lax`;
    return kept;
  });
}

const PROBE = 'perceptroom-probe';

function attempt(what: NotKept, keeps: () => boolean): void {
  try {
    if (!keeps()) noteNotKept(what);
  } catch {
    noteNotKept(what);
  }
}
