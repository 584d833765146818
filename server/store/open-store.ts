import { STORE_MEMORY } from '@/server/memory';
import { startThread } from '@/server/thread';
import { type DatabaseEnv, openDatabase } from './database';
import { PrismaStore } from './prisma-store';
import { RemoteStore } from './remote-store';
import { StorageHealth } from './storage-health';
import type { Store } from './store';
import type { StoreThreadData } from './store-messages';
import { watchedStore } from './watched-store';

/**
 * Opens the store that the settings name; the database must have been brought up to date (`migrateDatabase`).
 * @param options `inWorker`: in a thread of its own, as whatever writes in bulk must. Otherwise in this one.
 */
export async function openStore(env: DatabaseEnv, options: { inWorker: boolean }): Promise<Store> {
  if (!options.inWorker) return new PrismaStore(await openDatabase(env));
  return openStoreThread(env, new StorageHealth(), { looks: true });
}

/**
 * Opens a store in a thread of its own.
 * @param health may be shared by several stores on one database, of which one `looks`
 */
export async function openStoreThread(env: DatabaseEnv, health: StorageHealth, options: { looks: boolean }) {
  const { databaseUrl, dataDir } = env;
  const spawn = (place: StoreThreadData['place']) => {
    const workerData: StoreThreadData = {
      ...{ databaseUrl, dataDir, place },
      emptiesLog: options.looks,
      keepsJournal: options.looks,
      logEmptyings: health.logEmptyings.shared,
    };
    return startThread('store', { workerData, resourceLimits: STORE_MEMORY });
  };
  const store = await RemoteStore.open(spawn, () => health.mustReopen());
  return watchedStore(store, health, options);
}
