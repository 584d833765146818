import { type DatabaseEnv, providerOf } from './database';
import { foldedReads, type JournalKeeper } from './folded-reads';
import { openStoreThread } from './open-store';
import { keepPageStore } from './page-store';
import { recordClient } from './record-client';
import type { StorageHealth } from './storage-health';

/**
 * Opens the store of pages and accounts, in a thread of its own beside the class's: whatever waits for the database waits there,
 * and a page that reads a whole class holds no student's batch up.
 * @param health of the class's store, whose looks count for this one too
 * @param journal the class's store, which folds what is read here
 */
export async function openPageStore(
  env: DatabaseEnv,
  health: StorageHealth,
  journal: JournalKeeper,
): Promise<void> {
  const store = foldedReads(await openStoreThread(env, health, { looks: false }), journal);
  keepPageStore({ store, database: { provider: providerOf(env), client: recordClient(store), health } });
}
