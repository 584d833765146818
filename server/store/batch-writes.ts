import type { Prisma } from '@/generated/sqlite/client';
import type { RunState } from '@/protocol/run-state';
import type { StoredBatch } from './append-request';
import { changesOf, type RunChange, type RunHead } from './append-rules';
import type { Provider } from './database';
import { newestPoint } from './points';
import type { RunRow } from './run-rows';
import { RUN_SQL } from './run-sql';

/** The heads of these runs, locked until the end of the transaction; none of those that there are not. */
export async function readHeads(
  provider: Provider,
  transaction: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<RunHead[]> {
  const rows = await transaction.$queryRawUnsafe<RunRow[]>(RUN_SQL[provider].lockHeads, JSON.stringify(ids));
  return rows.map((row) => ({
    id: row.id,
    epoch: Number(row.epoch),
    highWater: Number(row.highWater),
    state: row.state as RunState,
    pointCount: Number(row.pointCount),
  }));
}

/**
 * Writes accepted batches where readers find them, and into their runs' rows what they change.
 * @param heads of the runs as their rows have them
 * @param batches of each run those that follow its head, in their order
 */
export async function writeBatches(
  provider: Provider,
  transaction: Prisma.TransactionClient,
  heads: readonly RunHead[],
  batches: readonly StoredBatch[],
): Promise<void> {
  if (batches.length === 0) return;
  const { insertBatches, updateRuns } = RUN_SQL[provider];
  await transaction.$executeRawUnsafe(insertBatches, JSON.stringify(batches.map(batchRow)));
  await transaction.$executeRawUnsafe(updateRuns, JSON.stringify(changesOf(heads, batches).map(changeRow)));
}

const batchRow = ({ runId, sequence, points, pointCount, state, receivedAt }: StoredBatch) => [
  runId,
  sequence,
  points,
  pointCount,
  state,
  receivedAt,
];

const changeRow = ({ head, lastPoints, report, updatedAt }: RunChange) => [
  head.id,
  head.highWater,
  head.state,
  head.pointCount,
  lastPoints === null ? null : JSON.stringify(newestPoint(lastPoints)),
  report,
  updatedAt,
];
