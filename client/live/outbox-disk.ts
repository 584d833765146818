import type { DBSchema, IDBPDatabase } from 'idb';
import type { RefusalCode } from '@/protocol/refusals';
import type { Batch } from '@/protocol/run';
import { openBrowserDatabase } from './browser-database';
import { type OutboxRun, withAcknowledged, withBatch } from './outbox-run';

/** A run's row; its batches lie in rows of their own. */
type RunRow = Omit<OutboxRun, 'batches'> & { runId: string; owner: string };
interface BatchRow {
  runId: string;
  sequence: number;
  batch: Batch;
}

interface Schema extends DBSchema {
  runs: { key: string; value: RunRow; indexes: { student: string } };
  batches: { key: [string, number]; value: BatchRow };
}

/** Milliseconds after which a run that nobody fetched is swept out. */
const KEEP_MS = 30 * 24 * 3_600_000;

/**
 * Why a run was given up that another page tries again. `run-stale`: it is that page's from now on, and the server will hear of it by a new attach.
 * The others: the teacher may have forgiven, and what was recorded until then is the student's.
 */
const PAST: ReadonlySet<RefusalCode> = new Set(['run-stale', 'student-banned', 'student-removed']);

/**
 * The outbox in IndexedDB. Each method is one transaction. A run has one owner (a page): who claims it takes it from
 * the page before, whose next write is then answered with `taken` and changes nothing.
 */
export class OutboxDisk {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  /** Rejects where the browser has no IndexedDB, forbids it, or does not answer. */
  static async open(name = 'perceptroom-outbox'): Promise<OutboxDisk> {
    const database = await openBrowserDatabase<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs', { keyPath: 'runId' }).createIndex('student', 'studentId');
        fresh.createObjectStore('batches', { keyPath: ['runId', 'sequence'] });
      },
      // A newer page wants another schema: give way.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase | null)?.close(),
    });
    return new OutboxDisk(database);
  }

  /** Takes all runs of a student over and returns them, oldest first. Sweeps out what is too old, whoever's it is. */
  async claim(studentId: string, owner: string, now: number): Promise<OutboxRun[]> {
    const transaction = this.writing();
    const runs = transaction.objectStore('runs');
    const batches = transaction.objectStore('batches');
    const claimed: OutboxRun[] = [];
    for (const row of await runs.getAll()) {
      if (row.touchedAt < now - KEEP_MS) {
        await runs.delete(row.runId);
        await batches.delete(allOf(row.runId));
      } else if (row.studentId === studentId) {
        const parked = row.parked !== null && PAST.has(row.parked) ? null : row.parked;
        await runs.put({ ...row, parked, owner });
        const kept = await batches.getAll(allOf(row.runId));
        claimed.push(
          toRun(
            { ...row, parked },
            kept.map(({ batch }) => batch),
          ),
        );
      }
    }
    await transaction.done;
    return claimed.sort((a, b) => a.attach.startedAt - b.attach.startedAt);
  }

  async create(run: OutboxRun, owner: string): Promise<void> {
    const transaction = this.writing();
    await transaction.objectStore('runs').put(toRow(run, owner));
    await transaction.done;
  }

  /** Puts a batch in; committed when the promise resolves. */
  async append(runId: string, owner: string, batch: Batch, now: number): Promise<'kept' | 'taken'> {
    const transaction = this.writing();
    const runs = transaction.objectStore('runs');
    const row = await runs.get(runId);
    const taken = !row || row.owner !== owner || row.lastSequence >= batch.sequence;
    if (!taken) {
      await transaction.objectStore('batches').put({ runId, sequence: batch.sequence, batch });
      await runs.put(toRow(withBatch(toRun(row, []), batch, now), owner));
    }
    await transaction.done;
    return taken ? 'taken' : 'kept';
  }

  /** Forgets batches up to `highWater`; harmless whoever owns the run, since the server has them. */
  async acknowledge(runId: string, highWater: number): Promise<void> {
    const transaction = this.writing();
    const runs = transaction.objectStore('runs');
    const row = await runs.get(runId);
    if (row) await runs.put(toRow(withAcknowledged(toRun(row, []), highWater), row.owner));
    await transaction.objectStore('batches').delete(IDBKeyRange.bound([runId, 0], [runId, highWater]));
    await transaction.done;
  }

  /** Notes why the server takes no more of the run. */
  async park(runId: string, owner: string, code: RefusalCode): Promise<void> {
    const transaction = this.writing();
    const runs = transaction.objectStore('runs');
    const row = await runs.get(runId);
    if (row?.owner === owner) await runs.put({ ...row, parked: code });
    await transaction.done;
  }

  /** Removes a run with all its batches, if the owner is still the owner. */
  async remove(runId: string, owner: string): Promise<void> {
    const transaction = this.writing();
    const runs = transaction.objectStore('runs');
    const row = await runs.get(runId);
    if (row?.owner === owner) {
      await runs.delete(runId);
      await transaction.objectStore('batches').delete(allOf(runId));
    }
    await transaction.done;
  }

  close(): void {
    this.database.close();
  }

  /** Strict: a commit must not be lost in a power failure, or a sequence that the server has could be given twice. */
  private writing() {
    return this.database.transaction(['runs', 'batches'], 'readwrite', { durability: 'strict' });
  }
}

function allOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId, 0], [runId, Number.MAX_SAFE_INTEGER]);
}

function toRun({ runId: _runId, owner: _owner, ...row }: RunRow, batches: Batch[]): OutboxRun {
  return { ...row, batches };
}

function toRow({ batches: _batches, ...run }: OutboxRun, owner: string): RunRow {
  return { ...run, runId: run.attach.runId, owner };
}
