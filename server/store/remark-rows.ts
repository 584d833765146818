import type { RunRemarkModel } from '@/generated/sqlite/models';
import { REMARK_KINDS, type Remark } from '@/protocol/remarks';
import type { Database } from './database';

/** Writes a remark in place of the one that is there; an empty text takes it away. False: the run is gone. */
export async function saveRemark(
  { client }: Database,
  { runId, kind, text, writtenAt }: Remark,
): Promise<boolean> {
  return client.$transaction(async (transaction) => {
    if ((await transaction.run.count({ where: { id: runId } })) === 0) return false;
    await transaction.runRemark.deleteMany({ where: { runId, kind } });
    if (text !== '')
      await transaction.runRemark.create({ data: remarkRow({ runId, kind, text, writtenAt }) });
    return true;
  });
}

/** A remark as it is written. */
export const remarkRow = ({ writtenAt, ...remark }: Remark) => ({ ...remark, writtenAt: BigInt(writtenAt) });

/** Values of one question: Prisma lets few through, and a large class has thousands of runs. */
const RUNS_AT_ONCE = 500;

/** The remarks about these runs, in the order of their ids. */
export async function listRemarks({ client }: Database, runIds: readonly string[]): Promise<Remark[]> {
  const ids = runIds.toSorted();
  const rows: RunRemarkModel[] = [];
  for (let at = 0; at < ids.length; at += RUNS_AT_ONCE)
    rows.push(
      ...(await client.runRemark.findMany({
        where: { runId: { in: ids.slice(at, at + RUNS_AT_ONCE) } },
        orderBy: [{ runId: 'asc' }, { kind: 'asc' }],
      })),
    );
  return rows.map(({ runId, kind, text, writtenAt }) => ({
    ...{ runId, text, writtenAt: Number(writtenAt) },
    kind: REMARK_KINDS.find((known) => known === kind)!,
  }));
}
