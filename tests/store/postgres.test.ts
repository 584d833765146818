import { afterAll, beforeAll } from 'vitest';
import { makePlace } from './places';
import { type PostgresServer, startPostgres } from './postgres-server';
import { describeStore } from './store-contract';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
});

for (const inWorker of [false, true]) {
  describeStore(`PostgreSQL ${inWorker ? 'from a thread of its own' : 'from this thread'}`, async () => {
    const databaseUrl = await server.createDatabase();
    return makePlace({ databaseUrl, dataDir: '/nonexistent' }, { inWorker, remove: () => {} });
  });
}
