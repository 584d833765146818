/** Entry of a thread that owns a store: all that blocks (SQLite, syncing, packing) happens here. */
import { workerData } from 'node:worker_threads';
import { type Answers, Responder } from '@/base/line/responder';
import type { StorageTrouble } from '@/protocol/storage';
import { ownerPort } from '@/server/thread-port';
import { openDatabase, sqliteFile } from './database';
import { FileGuard } from './file-guard';
import { LogEmptyings } from './log-emptyings';
import { PrismaStore } from './prisma-store';
import { StorageError, troubleOfError } from './storage-trouble';
import {
  type CarriedError,
  packError,
  type RemoteMethod,
  type StoreNews,
  type StoreRequests,
  type StoreThreadData,
} from './store-messages';
import { isWrite, REMOTE_METHODS } from './store-methods';

const port = ownerPort();
const data = workerData as StoreThreadData;
const logEmptyings = new LogEmptyings(data.logEmptyings);
const guard =
  data.databaseUrl === null ? new FileGuard(sqliteFile(data), data.place ?? null, logEmptyings) : null;

const line = new Responder<StoreRequests, StoreNews, CarriedError>(port, {
  refusalOf: packError,
  transferOf: (value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
});

let rescued = false;

/**
 * A log that was removed lives on for as long as somebody has it open: what is in it is brought into the database, which is whole then. It
 * takes a new beginning of the process to open that with a log of its own: connections to two logs side by side would spoil it.
 */
async function rescueLog(store: PrismaStore): Promise<void> {
  if (rescued || !guard?.logIsLost) return;
  rescued = await store.emptyLog().catch(() => false);
  if (rescued) line.tell({ type: 'rescued' });
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
async function perform(
  store: PrismaStore,
  method: RemoteMethod,
  parameters: readonly unknown[],
): Promise<unknown> {
  const write = isWrite(method, parameters);
  try {
    if (write || method === 'ping') guard?.check();
    if (method === 'probe') guard?.tryFolder();
    const call = store[method] as (...parameters: unknown[]) => Promise<unknown>;
    const value = await call.apply(store, [...parameters]);
    if (write || method === 'probe') guard?.check();
    return value;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const trouble = troubleOfError(error) ?? (await lookForTrouble(store, write));
    if (trouble === null) throw error;
    throw new StorageError(guard?.explain(trouble) ?? trouble, { cause: error });
  }
}

async function open(): Promise<PrismaStore> {
  guard?.checkDatabase();
  const { emptiesLog, keepsJournal } = data;
  const database = await openDatabase(data, guard);
  const store = new PrismaStore(database, { emptiesLog, logEmptyings, keepsJournal });
  await store.ping();
  // By now there is a log, which must be known before somebody can remove it.
  guard?.check();
  store.takeUpJournal();
  return store;
}

/** Once the answer is out nothing keeps the thread alive. */
const endSoon = () => void setImmediate(() => port.end());

async function answerTo(method: RemoteMethod, parameters: readonly unknown[]): Promise<unknown> {
  const store = await opening;
  try {
    return await perform(store, method, parameters);
  } catch (error) {
    await rescueLog(store);
    throw error;
  } finally {
    if (method === 'close') endSoon();
  }
}

const opening = open();
// Who asks for it hears of a failure.
opening.catch(() => {});
const methods = REMOTE_METHODS.map(
  (method) => [method, (parameters: readonly unknown[]) => answerTo(method, parameters)] as const,
);
line.serve({
  ...(Object.fromEntries(methods) as unknown as Answers<Omit<StoreRequests, 'open'>>),
  open: async () => {
    try {
      await opening;
      return guard?.place ?? null;
    } catch (error) {
      endSoon();
      throw error;
    }
  },
});
