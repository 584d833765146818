import { afterAll, beforeAll } from 'vitest';
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
