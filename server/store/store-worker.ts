/** Entry of a thread that owns a store: all that blocks (SQLite, syncing, packing) happens here. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StorageTrouble } from '@/protocol/storage';
import { openDatabase, sqliteFile } from './database';
import { FileGuard } from './file-guard';
import { PrismaStore } from './prisma-store';
import { StorageError, troubleOfError } from './storage-trouble';
import { packError, type StoreReply, type StoreRequest, type StoreThreadData } from './store-messages';
import { isWrite } from './store-methods';

const port = parentPort;
if (port === null) throw new Error('store-worker runs as a worker thread only');

const data = workerData as StoreThreadData;
const guard = data.databaseUrl === null ? new FileGuard(sqliteFile(data), data.place ?? null) : null;

function reply(message: StoreReply): void {
  const bytes = message.kind === 'done' && message.value instanceof Uint8Array ? message.value.buffer : null;
  port?.postMessage(message, bytes instanceof ArrayBuffer ? [bytes] : []);
}

let rescued = false;

/**
 * A log that was removed lives on for as long as somebody has it open: what is in it is brought into the database, which is whole then. It
 * takes a new beginning of the process to open that with a log of its own: connections to two logs side by side would spoil it.
 */
async function rescueLog(store: PrismaStore): Promise<void> {
  if (rescued || !guard?.logIsLost) return;
  rescued = await store.emptyLog().catch(() => false);
  if (rescued) reply({ kind: 'rescued' });
}

/** What is the matter with the storage now, where an error that nobody knows says nothing; null: nothing. */
async function lookForTrouble(store: PrismaStore, write: boolean): Promise<StorageTrouble | null> {
  try {
    await (write ? store.probe() : store.ping());
    return null;
  } catch (error) {
    return troubleOfError(error) ?? 'unreachable';
  }
}

/** Does what is asked. A write is reported as done only if the files that hold it are still those that were opened. */
async function perform(store: PrismaStore, { method, parameters }: StoreRequest): Promise<unknown> {
  const write = isWrite(method, parameters);
  try {
    if (write || method === 'ping') guard?.check();
    if (method === 'probe') guard?.tryFolder();
    const call = store[method] as (...parameters: unknown[]) => Promise<unknown>;
    const value = await call.apply(store, parameters);
    if (write || method === 'probe') guard?.check();
    return value;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const trouble = troubleOfError(error) ?? (await lookForTrouble(store, write));
    if (trouble === null) throw error;
    throw new StorageError(guard?.explain(trouble) ?? trouble, { cause: error });
  }
}

try {
  guard?.check();
  const store = new PrismaStore(await openDatabase(data, guard));
  await store.ping();
  // By now there is a log, which must be known before somebody can remove it.
  guard?.check();
  port.on('message', async (request: StoreRequest) => {
    const { id, method } = request;
    try {
      reply({ kind: 'done', id, value: await perform(store, request) });
    } catch (error) {
      await rescueLog(store);
      reply({ kind: 'refused', id, error: packError(error) });
    }
    // The last message: nothing keeps the thread alive now.
    if (method === 'close') port.close();
  });
  reply({ kind: 'opened', place: guard?.place ?? null });
} catch (error) {
  reply({ kind: 'failed', error: packError(error) });
  port.close();
}
