/** Entry of the thread that owns the store: all that blocks (SQLite, syncing, packing) happens here. */
import { parentPort, workerData } from 'node:worker_threads';
import { type DatabaseEnv, openDatabase } from './database';
import { PrismaStore } from './prisma-store';
import { packError, type StoreReply, type StoreRequest } from './store-messages';

const port = parentPort;
if (port === null) throw new Error('store-worker runs as a worker thread only');

function reply(message: StoreReply): void {
  const bytes = message.kind === 'done' && message.value instanceof Uint8Array ? message.value.buffer : null;
  port?.postMessage(message, bytes instanceof ArrayBuffer ? [bytes] : []);
}

try {
  const store = new PrismaStore(await openDatabase(workerData as DatabaseEnv));
  await store.ping();
  port.on('message', async ({ id, method, parameters }: StoreRequest) => {
    try {
      const call = store[method] as (...parameters: unknown[]) => Promise<unknown>;
      reply({ kind: 'done', id, value: await call.apply(store, parameters) });
    } catch (error) {
      reply({ kind: 'refused', id, error: packError(error) });
    }
    // The last message: nothing keeps the thread alive now.
    if (method === 'close') port.close();
  });
  reply({ kind: 'opened' });
} catch (error) {
  reply({ kind: 'failed', error: packError(error) });
  port.close();
}
