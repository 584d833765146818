import type { Database } from './database';
import type { Store } from './store';

/** What pages and accounts work with: a store and the accounts' part of its database, in a thread of their own. */
export interface PageStore {
  store: Store;
  database: Database;
}

const KEY = Symbol.for('perceptroom.page-store');
type Holder = { [KEY]?: PageStore };

/** Keeps what has been opened, on `globalThis`: pages have their own copy of this module. */
export function keepPageStore(opened: PageStore): void {
  (globalThis as Holder)[KEY] = opened;
}

/** The store for pages and route handlers, which only read. */
export async function readStore(): Promise<Store> {
  return kept().store;
}

/** The database of accounts. */
export function accountsDatabase(): Database {
  return kept().database;
}

function kept(): PageStore {
  const found = (globalThis as Holder)[KEY];
  if (found === undefined) throw new Error('the server has not opened the store of pages');
  return found;
}
