import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { noteNotKept } from './kept-here';

/** Milliseconds after which a database that has not answered is taken for none: some browsers never answer at all. */
const PATIENCE_MS = 3_000;

/**
 * Opens an IndexedDB database. Rejects where there is none, where reading `indexedDB` throws by itself (cookies blocked), and where no
 * answer comes; `noteNotKept` has heard of it then.
 */
export async function openBrowserDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<Schema>,
  patienceMs = PATIENCE_MS,
): Promise<IDBPDatabase<Schema>> {
  try {
    const opening = openDB<Schema>(name, version, callbacks);
    return await inTime(opening, patienceMs, () => {
      // It may come all the same, when nobody waits for it any more.
      opening.then((late) => late.close()).catch(() => undefined);
    });
  } catch (error) {
    noteNotKept('data');
    throw error;
  }
}

/** The promise's result, or a rejection when it has not come in time. @param late what to do about it then */
export function inTime<Result>(
  promise: Promise<Result>,
  patienceMs = PATIENCE_MS,
  late: () => void = () => {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      late();
      reject(new Error('the browser’s database does not answer'));
    }, patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
