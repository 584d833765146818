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

/** The remarks about these runs. */
export async function listRemarks({ client }: Database, runIds: readonly string[]): Promise<Remark[]> {
  const rows = await client.runRemark.findMany({
    where: { runId: { in: [...runIds] } },
    orderBy: [{ runId: 'asc' }, { kind: 'asc' }],
  });
  return rows.map(({ runId, kind, text, writtenAt }) => ({
    ...{ runId, text, writtenAt: Number(writtenAt) },
    kind: REMARK_KINDS.find((known) => known === kind)!,
  }));
}
