import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readEnv } from '@/server/env';
import { migrateDatabase } from '@/server/store/migrate';
import { openPageStore } from '@/server/store/open-page-store';
import { openStoreThread } from '@/server/store/open-store';
import { accountsDatabase } from '@/server/store/page-store';
import { StorageHealth } from '@/server/store/storage-health';

/** The two stores of a server end one after the other, and the one that is still there takes nothing for a loss. */
const dataDir = mkdtempSync(path.join(tmpdir(), 'perceptroom-closing-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('closing the store of accounts is no trouble of the storage for that of the class', async () => {
  const env = readEnv({ DATA_DIR: dataDir });
  await migrateDatabase(env);
  const health = new StorageHealth();
  const store = await openStoreThread(env, health, { looks: true });
  await openPageStore(env, health, store);
  const { client } = accountsDatabase();
  const now = new Date();
  await client.user.create({
    data: {
      id: 'a',
      name: 'Ada',
      email: 'ada@example.org',
      emailVerified: false,
      createdAt: now,
      updatedAt: now,
    },
  });
  // The log is known by now.
  await store.ping();
  await client.$disconnect();
  await store.ping();
  expect(health.state).toBe('ok');
  await store.close();
});
