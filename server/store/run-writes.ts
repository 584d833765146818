import type { Prisma } from '@/generated/sqlite/client';
import type { AppendRequest } from './append-request';
import { decideAppends } from './append-rules';
import { readHeads, writeBatches } from './batch-writes';
import type { Database, Provider } from './database';
import type { RunJournal } from './run-journal';
import { type RunRow, summaryOf } from './run-rows';
import { RUN_SQL } from './run-sql';
import type { AppendOutcome, AttachedRun, RunToAttach } from './store';

type AttachWrite = { kind: 'attach'; run: RunToAttach; now: number };
/** Batches that came together are answered together. */
type AppendWrite = { kind: 'append'; requests: readonly AppendRequest[] };
export type RunWrite = AttachWrite | AppendWrite;

export type RunWritten =
  | { kind: 'attached'; run: AttachedRun | null }
  | { kind: 'appended'; outcomes: AppendOutcome[] };

type Transaction = Prisma.TransactionClient;

/** How often a group is tried again when another node's transaction got in its way. */
const ATTEMPTS = 4;
/** Prisma's code for a deadlock or a conflict: the transaction was undone and may be repeated. */
const TRY_AGAIN = 'P2034';

/**
 * Writes a group of attaches and appends. What decides (epoch, high-water mark, state) holds until it is written, so that it is right with
 * several writers too. The requests came at the same time, so their order is free: attaches go first.
 * @param journal where batches are put first; null: they go straight into their tables, in the attaches' transaction
 */
export async function writeRuns(
  database: Database,
  journal: RunJournal | null,
  writes: readonly RunWrite[],
): Promise<RunWritten[]> {
  const attaches = writes.filter((write) => write.kind === 'attach');
  const appends = writes.filter((write) => write.kind === 'append');
  const requests = appends.flatMap((write) => write.requests);
  const { attached, outcomes } =
    journal === null
      ? await writeAtOnce(database, attaches, requests)
      : await writeByJournal(journal, attaches, requests);
  let next = 0;
  return writes.map((write): RunWritten => {
    if (write.kind === 'attach') return { kind: 'attached', run: attached.get(write) ?? null };
    const from = next;
    next += write.requests.length;
    return { kind: 'appended', outcomes: outcomes.slice(from, next) };
  });
}

interface Done {
  attached: Map<AttachWrite, AttachedRun | null>;
  outcomes: AppendOutcome[];
}

async function writeByJournal(
  journal: RunJournal,
  attaches: readonly AttachWrite[],
  requests: readonly AppendRequest[],
): Promise<Done> {
  const ids = [...new Set(attaches.map(({ run }) => run.id))];
  const attached =
    ids.length === 0
      ? new Map()
      : await journal.change(ids, (transaction) => attachAll('sqlite', transaction, attaches));
  return { attached, outcomes: requests.length === 0 ? [] : await journal.append(requests) };
}

async function writeAtOnce(
  { provider, client }: Database,
  attaches: readonly AttachWrite[],
  requests: readonly AppendRequest[],
): Promise<Done> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction(async (transaction) => ({
        attached: await attachAll(provider, transaction, attaches),
        outcomes: requests.length === 0 ? [] : await append(provider, transaction, requests),
      }));
    } catch (error) {
      if (attempt === ATTEMPTS || (error as { code?: unknown }).code !== TRY_AGAIN) throw error;
    }
  }
}

async function append(
  provider: Provider,
  transaction: Transaction,
  requests: readonly AppendRequest[],
): Promise<AppendOutcome[]> {
  const heads = await readHeads(provider, transaction, [...new Set(requests.map(({ runId }) => runId))]);
  const { accepted, outcomes } = decideAppends(heads, requests);
  await writeBatches(provider, transaction, heads, accepted);
  return outcomes;
}

/** Runs that are attached twice in one group are attached one after the other, each with an epoch of its own. */
async function attachAll(
  provider: Provider,
  transaction: Transaction,
  attaches: readonly AttachWrite[],
): Promise<Map<AttachWrite, AttachedRun | null>> {
  const attached = new Map<AttachWrite, AttachedRun | null>();
  for (let left = attaches; left.length > 0; ) {
    const round = new Map<string, AttachWrite>();
    for (const write of left) if (!round.has(write.run.id)) round.set(write.run.id, write);
    // In an order that all nodes share, lest two wait for each other.
    const writes = [...round.values()].sort((one, other) => (one.run.id < other.run.id ? -1 : 1));
    const rows = await transaction.$queryRawUnsafe<RunRow[]>(
      RUN_SQL[provider].attachRuns,
      attachRows(writes),
    );
    const runs = new Map(rows.map((row) => [row.id, { epoch: Number(row.epoch), summary: summaryOf(row) }]));
    for (const write of writes) attached.set(write, runs.get(write.run.id) ?? null);
    left = left.filter((write) => !attached.has(write));
  }
  return attached;
}

function attachRows(writes: readonly AttachWrite[]): string {
  return JSON.stringify(
    writes.map(({ run, now }) => [
      run.id,
      run.classId,
      run.studentId,
      JSON.stringify(run.experiment),
      run.backend,
      run.startedAt,
      now,
      run.continues ? JSON.stringify(run.continues) : null,
    ]),
  );
}
