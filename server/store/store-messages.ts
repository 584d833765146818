import { storageTroubleOf } from '@/protocol/storage';
import type { DatabaseEnv } from './database';
import type { FilePlace } from './file-guard';
import type { ChangeStore } from './prisma-store';
import { StorageError } from './storage-trouble';

/** What may be asked of a store in another thread: all of it but what is worked out before (`saveClass`). */
export type RemoteMethod = Exclude<keyof ChangeStore, 'saveClass' | 'health'>;

/** What a thread is started with. */
export interface StoreThreadData extends DatabaseEnv {
  /** The file that the last thread had open; null: this is the first. */
  place?: FilePlace | null;
  /** Whether the log is emptied at the end: by one of several stores on one database. */
  emptiesLog: boolean;
  /** Whether it is the one that appends to runs: on SQLite the only one that folds. */
  keepsJournal: boolean;
  /** Where the threads on one database count how often its log was emptied (log-emptyings). */
  logEmptyings: SharedArrayBuffer;
}

/** What is asked of the thread over its line (base/line). */
export type StoreRequests = {
  [Method in RemoteMethod]: {
    input: Parameters<ChangeStore[Method]>;
    answer: Awaited<ReturnType<ChangeStore[Method]>>;
  };
} & {
  /** Answered when the database is open: with the file that it is in. */
  open: { input: null; answer: FilePlace | null };
};

/** Told once: the contents of a log that was lost are safe. */
export interface StoreNews {
  type: 'rescued';
}

/** An error as it crosses threads: structured cloning would drop the code. */
export interface CarriedError {
  name: string;
  message: string;
  stack: string | undefined;
  code: string | undefined;
}

export function packError(thrown: unknown): CarriedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: typeof code === 'string' ? code : undefined,
  };
}

/** The error again; what lies in the storage itself is known as that on this side, too. */
export function unpackError(carried: CarriedError): Error {
  const trouble = storageTroubleOf(carried.code ?? '');
  if (trouble !== null) return Object.assign(new StorageError(trouble), { message: carried.message });
  const error = new Error(carried.message);
  error.name = carried.name;
  if (carried.stack !== undefined) error.stack = carried.stack;
  return carried.code === undefined ? error : Object.assign(error, { code: carried.code });
}
