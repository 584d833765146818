import { readEnv } from '@/server/env';
import { accountsDatabase } from '@/server/store/page-store';
import { Accounts } from './accounts';
import type { TeacherSession } from './teacher-session';

export type { TeacherSession };

const KEY = Symbol.for('perceptroom.accounts');
type Holder = { [KEY]?: Promise<Accounts> };

/**
 * The accounts of this process, opened at the first call by the process's settings. On `globalThis`, so that pages and
 * the server share limits and listeners although each has its own copy of this module.
 */
export function processAccounts(): Promise<Accounts> {
  const holder = globalThis as Holder;
  holder[KEY] ??= open();
  return holder[KEY];
}

async function open(): Promise<Accounts> {
  return new Accounts(readEnv(), accountsDatabase());
}

/** Who is signed in by these headers, in the socket's handshake as well as in pages. */
export async function sessionOf(headers: Headers): Promise<TeacherSession | null> {
  return (await processAccounts()).sessionOf(headers);
}
