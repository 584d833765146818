import type { ClassState } from '@/classroom/state';
import type { Database } from './database';
import { IMPORTING } from './import-rows';
import type { ClassListing } from './store';

/** A class in a list, as raw SQL gives it: whole numbers come as number or bigint, by provider and column. */
interface ListingRow {
  id: string;
  code: string;
  groupId: string | null;
  groupName: string | null;
  lessonId: string;
  dryRun: number | bigint | boolean;
  phase: string;
  createdAt: number | bigint;
  startedAt: number | bigint | null;
  endedAt: number | bigint | null;
  studentCount: number | bigint;
  runCount: number | bigint;
  bestAccuracy: number | null;
  teacherId: string;
  coOwnerCount: number | bigint;
  answeredCount: number | bigint;
  reachedCount: number | bigint;
  keepDays: number | null;
  groupKeepDays: number | null;
  announcedAt: number | bigint | null;
}

const toNumber = (value: number | bigint | null) => (value === null ? null : Number(value));

function listingOf(
  {
    teacherId: first,
    coOwnerCount,
    groupId,
    groupName,
    keepDays,
    groupKeepDays,
    announcedAt,
    ...row
  }: ListingRow,
  askedBy: string,
): ClassListing {
  return {
    ...row,
    dryRun: Boolean(row.dryRun),
    group: groupId === null || groupName === null ? null : { id: groupId, name: groupName },
    own: first === askedBy,
    shared: Number(coOwnerCount) > 0,
    phase: row.phase as ClassState['phase'],
    createdAt: Number(row.createdAt),
    startedAt: toNumber(row.startedAt),
    endedAt: toNumber(row.endedAt),
    studentCount: Number(row.studentCount),
    runCount: Number(row.runCount),
    answeredCount: Number(row.answeredCount),
    reachedCount: Number(row.reachedCount),
    kept: {
      overAt: row.phase === 'ended' ? Number(row.endedAt ?? row.createdAt) : null,
      keepDays: groupId === null ? keepDays : groupKeepDays,
      announcedAt: toNumber(announcedAt),
    },
  };
}

/** All classes that a teacher leads or shares, newest first, with what a list says of them. */
export async function listClasses({ client }: Database, teacherId: string): Promise<ClassListing[]> {
  const rows = await client.$queryRaw<ListingRow[]>`
    SELECT c."id", c."code", c."lessonId", c."dryRun", c."phase", c."createdAt", c."startedAt", c."endedAt", c."teacherId",
      c."keepDays", c."announcedAt",
      c."groupId", (SELECT "name" FROM "Group" g WHERE g."id" = c."groupId") AS "groupName",
      (SELECT "keepDays" FROM "Group" g WHERE g."id" = c."groupId") AS "groupKeepDays",
      (SELECT COUNT(*) FROM "ClassOwner" w WHERE w."classId" = c."id") AS "coOwnerCount",
      (SELECT COUNT(*) FROM "Student" s WHERE s."classId" = c."id" AND s."membership" IN ('in', 'left')) AS "studentCount",
      (SELECT COUNT(*) FROM "Run" r WHERE r."classId" = c."id") AS "runCount",
      (SELECT MAX(CASE WHEN c."phase" = 'ended' THEN v."privateAccuracy" ELSE v."publicAccuracy" END)
        FROM "Score" v WHERE v."classId" = c."id") AS "bestAccuracy",
      (SELECT COUNT(DISTINCT a."studentId") FROM "ChallengeResult" a WHERE a."classId" = c."id") AS "answeredCount",
      (SELECT COUNT(*) FROM (
        SELECT 1 FROM "ChallengeResult" p WHERE p."classId" = c."id"
        GROUP BY p."studentId" HAVING SUM(CASE WHEN p."reached" THEN 1 ELSE 0 END) >= MAX(p."parts")
      ) g) AS "reachedCount"
    FROM "Class" c WHERE c."phase" <> ${IMPORTING} AND (c."teacherId" = ${teacherId}
      OR EXISTS (SELECT 1 FROM "ClassOwner" o WHERE o."classId" = c."id" AND o."teacherId" = ${teacherId}))
    ORDER BY c."createdAt" DESC, c."id"`;
  return rows.map((row) => listingOf(row, teacherId));
}
