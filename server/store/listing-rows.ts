import type { ClassState } from '@/classroom/state';
import type { ClassListing } from './store';

/** A class in a list, as raw SQL gives it: whole numbers come as number or bigint, by provider and column. */
export interface ListingRow {
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

export function listingOf(
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
