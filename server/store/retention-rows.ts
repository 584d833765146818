import type { Kept } from '@/classroom/retention';
import type { Database } from './database';

/** Which class or group is meant. */
export type KeptThing = { classId: string } | { groupId: string };

/** What a deletion is decided by, of one class or group. */
export interface StoredKept extends Kept {
  id: string;
  /** Of a sitting. */
  groupId: string | null;
}

/** A list that is gone through by pieces: of those whose id comes after this one, so many. */
export interface Piece {
  after: string;
  most: number;
}

const toNumber = (time: bigint | null) => (time === null ? null : Number(time));

/** See `Store.listOverClasses`. */
export async function listOverClasses({ client }: Database, { after, most }: Piece): Promise<StoredKept[]> {
  const rows = await client.class.findMany({
    where: { phase: 'ended', id: { gt: after } },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      ...{ id: true, groupId: true, endedAt: true, createdAt: true, keepDays: true, announcedAt: true },
      group: { select: { keepDays: true } },
    },
  });
  return rows.map(({ id, groupId, group, endedAt, createdAt, keepDays, announcedAt }) => ({
    ...{ id, groupId },
    overAt: toNumber(endedAt ?? createdAt),
    keepDays: group ? group.keepDays : keepDays,
    announcedAt: toNumber(announcedAt),
  }));
}

/** See `Store.listEmptyGroups`. */
export async function listEmptyGroups({ client }: Database, { after, most }: Piece): Promise<StoredKept[]> {
  const rows = await client.group.findMany({
    where: { id: { gt: after }, sittings: { none: {} } },
    orderBy: { id: 'asc' },
    take: most,
  });
  return rows.map(({ id, createdAt, keepDays, announcedAt }) => ({
    ...{ id, groupId: id, keepDays },
    overAt: Number(createdAt),
    announcedAt: toNumber(announcedAt),
  }));
}

/** See `Store.listOpenClasses`. */
export async function listOpenClasses(
  { client }: Database,
  before: number,
  { after, most }: Piece,
): Promise<string[]> {
  const rows = await client.class.findMany({
    where: { openCode: { not: null }, createdAt: { lt: BigInt(before) }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** See `Store.readKept`. */
export async function readKeptOf({ client }: Database, thing: KeptThing): Promise<Kept | null> {
  if ('groupId' in thing) {
    const group = await client.group.findUnique({ where: { id: thing.groupId } });
    return group && { overAt: null, keepDays: group.keepDays, announcedAt: toNumber(group.announcedAt) };
  }
  const row = await client.class.findUnique({
    where: { id: thing.classId },
    select: {
      ...{ phase: true, endedAt: true, createdAt: true, keepDays: true, announcedAt: true },
      group: { select: { keepDays: true } },
    },
  });
  return (
    row && {
      overAt: row.phase === 'ended' ? toNumber(row.endedAt ?? row.createdAt) : null,
      keepDays: row.group ? row.group.keepDays : row.keepDays,
      announcedAt: toNumber(row.announcedAt),
    }
  );
}

/** See `Store.keepFor`. What was announced before is announced anew, if it still is to be. */
export async function keepFor(
  { client }: Database,
  thing: KeptThing,
  keepDays: number | null,
): Promise<void> {
  const data = { keepDays, announcedAt: null };
  if ('classId' in thing) await client.class.updateMany({ where: { id: thing.classId }, data });
  else
    await client.$transaction([
      client.group.updateMany({ where: { id: thing.groupId }, data }),
      client.class.updateMany({ where: { groupId: thing.groupId }, data: { announcedAt: null } }),
    ]);
}

/** See `Store.announceDeletion`. */
export async function announceDeletion(
  { client }: Database,
  of: { classIds: readonly string[]; groupIds: readonly string[] },
  now: number,
): Promise<void> {
  const data = { announcedAt: BigInt(now) };
  await client.$transaction([
    client.class.updateMany({ where: { id: { in: [...of.classIds] }, announcedAt: null }, data }),
    client.group.updateMany({ where: { id: { in: [...of.groupIds] }, announcedAt: null }, data }),
  ]);
}

/** See `Store.upkeepDoneAt`. */
export async function upkeepDoneAt({ client }: Database, task: string): Promise<number | null> {
  const row = await client.upkeep.findUnique({ where: { task } });
  return row && Number(row.doneAt);
}

/** See `Store.noteUpkeep`. */
export async function noteUpkeep({ client }: Database, task: string, at: number): Promise<void> {
  const doneAt = BigInt(at);
  await client.upkeep.upsert({ where: { task }, create: { task, doneAt }, update: { doneAt } });
}
