import { Worker } from 'node:worker_threads';
import { type DatabaseEnv, openDatabase } from './database';
import { PrismaStore } from './prisma-store';
import { RemoteStore } from './remote-store';
import type { Store } from './store';

/**
 * Opens the store that the settings name; the database must have been brought up to date (`migrateDatabase`).
 * @param options `inWorker`: in a thread of its own, as whatever writes in bulk must. Otherwise in this one.
 */
export async function openStore(env: DatabaseEnv, options: { inWorker: boolean }): Promise<Store> {
  if (!options.inWorker) return new PrismaStore(await openDatabase(env));
  const data: DatabaseEnv = { databaseUrl: env.databaseUrl, dataDir: env.dataDir };
  return RemoteStore.open(new Worker(workerEntry(import.meta.url), { workerData: data }));
}

/** Beside this module: in the bundle the worker's own bundle, in the sources the entry that brings tsx along. */
function workerEntry(here: string): URL {
  return new URL(here.endsWith('.ts') ? './store-worker-in-tsx.mjs' : './store-worker.mjs', here);
}
