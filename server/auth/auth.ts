import type { Accounts } from './accounts';
import type { TeacherSession } from './teacher-session';

export type { TeacherSession };

const KEY = Symbol.for('perceptroom.accounts');
type Holder = { [KEY]?: Accounts };

/**
 * Keeps the accounts that the server has opened, on `globalThis`: pages have their own copy of this module, and need not load what accounts are made
 * with (a second of the first teacher's time).
 */
export function keepAccounts(accounts: Accounts): void {
  (globalThis as Holder)[KEY] = accounts;
}

/** The accounts of this process: pages and the server share limits and listeners. */
export function processAccounts(): Accounts {
  const found = (globalThis as Holder)[KEY];
  if (found === undefined) throw new Error('the server has not opened the accounts');
  return found;
}

/** Who is signed in by these headers, in the socket's handshake as well as in pages. */
export function sessionOf(headers: Headers): Promise<TeacherSession | null> {
  return processAccounts().sessionOf(headers);
}
