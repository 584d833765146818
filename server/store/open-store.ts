import { STORE_MEMORY } from '../memory';
import { startThread } from '../thread';
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
  return RemoteStore.open(() => startThread('store', { workerData: data, resourceLimits: STORE_MEMORY }));
}
