import type { Prisma } from '@/generated/sqlite/client';
import type { RunState } from '@/protocol/run-state';
import { type AppendDecision, type AppendRequest, decideAppends, type RunHead } from './append-rules';
import type { Database } from './database';
import { packPoints } from './points';
import { type RunRow, summaryOf } from './run-rows';
import { RUN_SQL } from './run-sql';
import type { AppendOutcome, AttachedRun, RunToAttach } from './store';

type AttachWrite = { kind: 'attach'; run: RunToAttach; now: number };
export type RunWrite = AttachWrite | ({ kind: 'append' } & AppendRequest);

export type RunWritten =
  | { kind: 'attached'; run: AttachedRun | null }
  | { kind: 'appended'; outcome: AppendOutcome };

type Transaction = Prisma.TransactionClient;

/** How often a group is tried again when another node's transaction got in its way. */
const ATTEMPTS = 4;
/** Prisma's code for a deadlock or a conflict: the transaction was undone and may be repeated. */
const TRY_AGAIN = 'P2034';

/**
 * Writes a group of attaches and appends in one transaction. What decides (epoch, high-water mark, state) is read and
 * locked inside it, so that it is right with several writers too. The requests came at the same time, so their order
 * is free: attaches go first.
 */
export async function writeRuns(database: Database, writes: readonly RunWrite[]): Promise<RunWritten[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.client.$transaction((transaction) => writeAll(database, transaction, writes));
    } catch (error) {
      if (attempt === ATTEMPTS || (error as { code?: unknown }).code !== TRY_AGAIN) throw error;
    }
  }
}

async function writeAll(
  { provider }: Database,
  transaction: Transaction,
  writes: readonly RunWrite[],
): Promise<RunWritten[]> {
  const attaches = writes.filter((write) => write.kind === 'attach');
  const attached = await attachAll(provider, transaction, attaches);
  const appends = writes.filter((write) => write.kind === 'append');
  const outcomes = appends.length === 0 ? [] : await append(provider, transaction, appends);
  const outcomeOf = new Map<RunWrite, AppendOutcome>(
    appends.map((write, index) => [write, outcomes[index]!]),
  );
  return writes.map((write) =>
    write.kind === 'attach'
      ? { kind: 'attached', run: attached.get(write) ?? null }
      : { kind: 'appended', outcome: outcomeOf.get(write)! },
  );
}

async function append(
  provider: Database['provider'],
  transaction: Transaction,
  requests: readonly AppendRequest[],
): Promise<AppendOutcome[]> {
  const sql = RUN_SQL[provider];
  const ids = [...new Set(requests.map(({ runId }) => runId))];
  const rows = await transaction.$queryRawUnsafe<RunRow[]>(sql.lockHeads, JSON.stringify(ids));
  const decision = decideAppends(rows.map(headOf), requests);
  if (decision.accepted.length > 0) {
    await transaction.$executeRawUnsafe(sql.insertBatches, batchRows(decision));
    await transaction.$executeRawUnsafe(sql.updateRuns, changeRows(decision));
  }
  return decision.outcomes;
}

function headOf(row: RunRow): RunHead {
  return {
    id: row.id,
    epoch: Number(row.epoch),
    highWater: Number(row.highWater),
    state: row.state as RunState,
    pointCount: Number(row.pointCount),
  };
}

function batchRows({ accepted }: AppendDecision): string {
  return JSON.stringify(
    accepted.map(({ runId, batch, now }) => [
      runId,
      batch.sequence,
      packPoints(batch.points),
      batch.points.length,
      batch.state,
      now,
    ]),
  );
}

function changeRows({ changes }: AppendDecision): string {
  return JSON.stringify(
    changes.map(({ head, last, report, updatedAt }) => [
      head.id,
      head.highWater,
      head.state,
      head.pointCount,
      last === null ? null : JSON.stringify(last),
      report === null ? null : JSON.stringify(report),
      updatedAt,
    ]),
  );
}

/** Runs that are attached twice in one group are attached one after the other, each with an epoch of its own. */
async function attachAll(
  provider: Database['provider'],
  transaction: Transaction,
  attaches: readonly AttachWrite[],
): Promise<Map<RunWrite, AttachedRun | null>> {
  const attached = new Map<RunWrite, AttachedRun | null>();
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
