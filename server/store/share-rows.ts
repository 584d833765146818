import type { ShareEntry } from '@/protocol/share';
import type { Database } from './database';

/** A link to a class, with the hash of what opens it. */
export interface StoredShare extends ShareEntry {
  classId: string;
  tokenHash: string;
}

export async function addShare({ client }: Database, share: StoredShare, most: number): Promise<boolean> {
  return client.$transaction(async (transaction) => {
    if ((await transaction.classShare.count({ where: { classId: share.classId } })) >= most) return false;
    const { madeAt, lastSeenAt: _never, ...rest } = share;
    await transaction.classShare.create({ data: { ...rest, madeAt: BigInt(madeAt) } });
    return true;
  });
}

export async function listShares({ client }: Database, classId: string): Promise<ShareEntry[]> {
  const rows = await client.classShare.findMany({ where: { classId }, orderBy: { madeAt: 'asc' } });
  return rows.map(({ id, named, madeAt, lastSeenAt }) => ({
    id,
    named,
    madeAt: Number(madeAt),
    lastSeenAt: lastSeenAt === null ? null : Number(lastSeenAt),
  }));
}

export async function removeShare({ client }: Database, classId: string, id: string): Promise<void> {
  await client.classShare.deleteMany({ where: { classId, id } });
}

export async function findShare(
  { client }: Database,
  tokenHash: string,
): Promise<{ id: string; classId: string; named: boolean; lastSeenAt: number | null } | null> {
  const row = await client.classShare.findUnique({ where: { tokenHash } });
  if (row === null) return null;
  const { id, classId, named, lastSeenAt } = row;
  return { id, classId, named, lastSeenAt: lastSeenAt === null ? null : Number(lastSeenAt) };
}

export async function seeShare({ client }: Database, id: string, now: number): Promise<void> {
  await client.classShare.updateMany({ where: { id }, data: { lastSeenAt: BigInt(now) } });
}
