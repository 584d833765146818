import { readEnv } from '@/server/env';
import { openDatabase } from './database';
import { PrismaStore } from './prisma-store';
import type { Store } from './store';

const KEY = Symbol.for('perceptroom.read-store');
type Holder = { [KEY]?: Promise<Store> };

/**
 * The store for pages and route handlers, which only read: one a process, in this thread, opened at the first call
 * and never closed. On `globalThis`, since a page may get its own copy of this module.
 */
export function readStore(): Promise<Store> {
  const holder = globalThis as Holder;
  holder[KEY] ??= openDatabase(readEnv()).then((database) => new PrismaStore(database));
  return holder[KEY];
}
