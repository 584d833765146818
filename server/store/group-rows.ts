import type { Group } from '@/classroom/groups';
import type { ClassState } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';
import type { Database } from './database';
import type { GroupListing, Sitting } from './store';

/** Prisma's code for a broken unique constraint. */
const NOT_UNIQUE = 'P2002';

type Transaction = Prisma.TransactionClient;

function groupRow({ coOwners: _coOwners, createdAt, archivedAt, ...rest }: Group) {
  return {
    ...rest,
    createdAt: BigInt(createdAt),
    archivedAt: archivedAt === null ? null : BigInt(archivedAt),
  };
}

/** See `Store.createGroup`. */
export async function insertGroup({ client }: Database, group: Group): Promise<'created' | 'code-taken'> {
  try {
    return await client.$transaction(async (transaction) => {
      // A code that once led somewhere else would lead there until the group's first sitting.
      if ((await transaction.class.count({ where: { code: group.code } })) > 0) return 'code-taken';
      await transaction.group.create({ data: groupRow(group) });
      await putOwners(transaction, group);
      return 'created';
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_UNIQUE) throw error;
    const taken = await client.group.count({ where: { code: group.code, id: { not: group.id } } });
    if (taken === 0) throw error;
    return 'code-taken';
  }
}

export async function findGroup(
  { client }: Database,
  where: { id: string } | { code: string },
): Promise<Group | null> {
  const row = await client.group.findUnique({
    where,
    include: { owners: { orderBy: { position: 'asc' } } },
  });
  if (row === null) return null;
  const { owners, createdAt, archivedAt, keepDays: _keepDays, announcedAt: _announcedAt, ...rest } = row;
  return {
    ...rest,
    coOwners: owners.map(({ teacherId }) => teacherId),
    createdAt: Number(createdAt),
    archivedAt: archivedAt === null ? null : Number(archivedAt),
  };
}

/** See `Store.saveGroup`. The version is compared and raised by one statement, which also locks the group. */
export async function saveGroup(
  { client }: Database,
  before: Group,
  after: Group,
): Promise<'saved' | 'conflict'> {
  return client.$transaction(async (transaction) => {
    const { id: _id, ...data } = groupRow(after);
    const { count } = await transaction.group.updateMany({
      where: { id: after.id, version: before.version },
      data,
    });
    if (count === 0) return 'conflict';
    await putOwners(transaction, after);
    return 'saved';
  });
}

async function putOwners(transaction: Transaction, { id: groupId, coOwners }: Group): Promise<void> {
  await transaction.groupOwner.deleteMany({ where: { groupId } });
  if (coOwners.length === 0) return;
  await transaction.groupOwner.createMany({
    data: coOwners.map((teacherId, position) => ({ groupId, teacherId, position })),
  });
}

/** A group in a list, as raw SQL gives it: whole numbers come as number or bigint, by provider and column. */
interface GroupListingRow {
  id: string;
  code: string;
  name: string;
  teacherId: string;
  createdAt: number | bigint;
  archivedAt: number | bigint | null;
  coOwnerCount: number | bigint;
  sittingCount: number | bigint;
  lastId: string | null;
  lessonId: string | null;
  phase: string | null;
  lastAt: number | bigint | null;
  studentCount: number | bigint;
  keepDays: number | null;
  announcedAt: number | bigint | null;
  firstOverAt: number | bigint | null;
  firstAnnouncedAt: number | bigint | null;
}

/** See `Store.listGroups`. */
export async function listGroups({ client }: Database, teacherId: string): Promise<GroupListing[]> {
  const rows = await client.$queryRaw<GroupListingRow[]>`
    SELECT g."id", g."code", g."name", g."teacherId", g."createdAt", g."archivedAt",
      g."keepDays", g."announcedAt",
      (SELECT MIN("endedAt") FROM "Class" e WHERE e."groupId" = g."id" AND e."phase" = 'ended') AS "firstOverAt",
      (SELECT MIN("announcedAt") FROM "Class" a WHERE a."groupId" = g."id" AND a."phase" = 'ended') AS "firstAnnouncedAt",
      (SELECT COUNT(*) FROM "GroupOwner" w WHERE w."groupId" = g."id") AS "coOwnerCount",
      (SELECT COUNT(*) FROM "Class" n WHERE n."groupId" = g."id") AS "sittingCount",
      c."id" AS "lastId", c."lessonId", c."phase", COALESCE(c."startedAt", c."createdAt") AS "lastAt",
      (SELECT COUNT(*) FROM "Student" s WHERE s."classId" = c."id" AND s."membership" IN ('in', 'absent')) AS "studentCount"
    FROM "Group" g LEFT JOIN "Class" c ON c."id" =
      (SELECT l."id" FROM "Class" l WHERE l."groupId" = g."id" ORDER BY l."createdAt" DESC, l."id" DESC LIMIT 1)
    WHERE g."teacherId" = ${teacherId}
      OR EXISTS (SELECT 1 FROM "GroupOwner" o WHERE o."groupId" = g."id" AND o."teacherId" = ${teacherId})
    ORDER BY COALESCE(c."createdAt", g."createdAt") DESC, g."id"`;
  return rows.map((row) => groupListing(row, teacherId));
}

const toNumber = (time: number | bigint | null) => (time === null ? null : Number(time));

function groupListing(row: GroupListingRow, askedBy: string): GroupListing {
  const { id, code, name, archivedAt, lastId, lessonId, phase } = row;
  return {
    id,
    code,
    name,
    createdAt: Number(row.createdAt),
    archivedAt: archivedAt === null ? null : Number(archivedAt),
    own: row.teacherId === askedBy,
    shared: Number(row.coOwnerCount) > 0,
    sittingCount: Number(row.sittingCount),
    last:
      lastId === null || lessonId === null
        ? null
        : { id: lastId, lessonId, phase: phase as ClassState['phase'], at: Number(row.lastAt) },
    studentCount: Number(row.studentCount),
    kept: {
      keepDays: row.keepDays,
      ...(lastId === null
        ? { overAt: Number(row.createdAt), announcedAt: toNumber(row.announcedAt) }
        : { overAt: toNumber(row.firstOverAt), announcedAt: toNumber(row.firstAnnouncedAt) }),
    },
  };
}

/** See `Store.listSittings`. */
export async function listSittings({ client }: Database, groupId: string): Promise<Sitting[]> {
  const rows = await client.class.findMany({
    where: { groupId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, lessonId: true, phase: true, createdAt: true },
  });
  return rows.map(({ phase, createdAt, ...rest }) => ({
    ...rest,
    phase: phase as ClassState['phase'],
    createdAt: Number(createdAt),
  }));
}
