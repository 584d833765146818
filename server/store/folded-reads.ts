import { logFor } from '@/server/log';
import type { RunsToFold } from './folding';
import type { ChangeStore } from './prisma-store';
import { deletesAccounts, type RecordRequest } from './record-requests';
import type { Store } from './store';

/** Whoever keeps the journal of runs (run-journal). */
export type JournalKeeper = Pick<ChangeStore, 'foldRuns' | 'forgetDeleted'>;

type RunReads = Pick<
  Store,
  'listRuns' | 'readRunTable' | 'readTraceTable' | 'readRuns' | 'readRun' | 'readBatches'
>;

/** The runs that each of these reads. */
const READ_BY: { [Method in keyof RunReads]: (...asked: Parameters<Store[Method]>) => RunsToFold } = {
  listRuns: (classId) => ({ classId }),
  readRunTable: (classId) => ({ classId }),
  readTraceTable: (classId) => ({ classId }),
  readRuns: (runIds) => ({ runIds }),
  readRun: (runId) => ({ runIds: [runId] }),
  readBatches: (runId) => ({ runIds: [runId] }),
};

const log = logFor('store');

/**
 * A store that reads runs only when all that was acknowledged of them is in the tables, where the journal is kept by another connection; and after whose
 * deletions of accounts the journal holds nothing of them. Where the storage is in trouble it reads what there is.
 */
export function foldedReads<Reading extends Pick<ChangeStore, keyof RunReads | 'records'>>(
  store: Reading,
  journal: JournalKeeper,
): Reading {
  const fold = (which: RunsToFold) =>
    journal.foldRuns(which).catch((error: unknown) => {
      log.warn({ err: error }, 'runs are read without their newest points, which could not be folded');
    });
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      const method = value as (...asked: unknown[]) => Promise<unknown>;
      if (name in READ_BY) {
        const readBy = READ_BY[name as keyof RunReads] as (...asked: unknown[]) => RunsToFold;
        return async (...asked: unknown[]) => {
          await fold(readBy(...asked));
          return method(...asked);
        };
      }
      if (name !== 'records') return value;
      return async (requests: readonly RecordRequest[]) => {
        const results = await method(requests);
        if (deletesAccounts(requests)) await journal.forgetDeleted();
        return results;
      };
    },
  });
}
