import { afterAll, beforeAll } from 'vitest';
import { type Database, type DatabaseEnv, providerOf } from '@/server/store/database';
import { openStoreThread } from '@/server/store/open-store';
import { recordClient } from '@/server/store/record-client';
import { StorageHealth } from '@/server/store/storage-health';
import { describeAccounts } from './accounts-contract';
import { sqliteEnv } from './places';
import { type PostgresServer, startPostgres } from './postgres-server';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
});

describeAccounts('accounts on SQLite', async () => sqliteEnv());
describeAccounts('accounts on PostgreSQL', async () => ({
  databaseUrl: await server.createDatabase(),
  dataDir: '/nonexistent',
}));

/** Of each database one, as in the server: its threads tell each other what they do to the files. */
const healths = new Map<string, StorageHealth>();

/** As the server has them: in a thread, with messages to and fro. */
const inThread = async (env: DatabaseEnv): Promise<Database> => {
  const place = env.databaseUrl ?? env.dataDir;
  const health = healths.get(place) ?? new StorageHealth();
  healths.set(place, health);
  const store = await openStoreThread(env, health, { looks: false });
  return { provider: providerOf(env), client: recordClient(store), health };
};
describeAccounts('accounts on SQLite, in a thread of its own', async () => sqliteEnv(), inThread);
describeAccounts(
  'accounts on PostgreSQL, in a thread of its own',
  async () => ({ databaseUrl: await server.createDatabase(), dataDir: '/nonexistent' }),
  inThread,
);
