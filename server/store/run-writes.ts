import type { Prisma } from '@/generated/sqlite/client';
import type { RunState } from '@/protocol/run';
import { type AppendDecision, type AppendRequest, decideAppends, type RunHead } from './append-rules';
import type { Database } from './database';
import { packPoints } from './points';
import { type RunRow, summaryOf } from './run-rows';
import { RUN_SQL } from './run-sql';
import type { AppendOutcome, AttachedRun, RunToAttach } from './store';

export type RunWrite =
  | { kind: 'attach'; run: RunToAttach; now: number }
  | ({ kind: 'append' } & AppendRequest);

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
  const attached = new Map<RunWrite, AttachedRun | null>();
  const attaches = writes.filter((write) => write.kind === 'attach');
  // In an order that all nodes share, lest two wait for each other.
  for (const write of attaches.sort((one, other) => (one.run.id < other.run.id ? -1 : 1))) {
    attached.set(write, await attach(transaction, write.run, write.now));
  }
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

/** One statement, so that two attaches of one run at once get different epochs. No row: the run or the student is another's. */
async function attach(transaction: Transaction, run: RunToAttach, now: number): Promise<AttachedRun | null> {
  const [row] = await transaction.$queryRaw<RunRow[]>`
    INSERT INTO "Run" ("id", "classId", "studentId", "experiment", "backend", "state", "epoch", "highWater",
      "pointCount", "startedAt", "createdAt", "updatedAt")
    SELECT CAST(${run.id} AS text), CAST(${run.classId} AS text), CAST(${run.studentId} AS text),
      CAST(${JSON.stringify(run.experiment)} AS text), CAST(${run.backend} AS text), 'training', 1, 0, 0,
      CAST(${run.startedAt} AS bigint), CAST(${now} AS bigint), CAST(${now} AS bigint)
    WHERE EXISTS (SELECT 1 FROM "Student" WHERE "classId" = ${run.classId} AND "id" = ${run.studentId})
    ON CONFLICT ("id") DO UPDATE SET "epoch" = "Run"."epoch" + 1,
      "backend" = CASE WHEN "Run"."state" IN ('training', 'paused') THEN excluded."backend" ELSE "Run"."backend" END
    WHERE "Run"."classId" = excluded."classId" AND "Run"."studentId" = excluded."studentId"
    RETURNING *, (SELECT MAX("publicAccuracy") FROM "Score" WHERE "runId" = "Run"."id") AS "verifiedAccuracy"`;
  return row === undefined ? null : { epoch: Number(row.epoch), summary: summaryOf(row) };
}
