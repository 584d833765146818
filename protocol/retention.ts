import { z } from 'zod';
import { classPath } from './class-paths';
import { groupPath } from './groups';
import { MOST_KEEP_DAYS, NOTICE_DAYS } from './keeping-days';

/** For how long a class is kept after its end. */

/** What the operator has set: for how many days after its end a class is kept where nobody has chosen, and at most. */
export interface KeepingPolicy {
  defaultDays: number;
  mostDays: number;
}

/** How long a class or a group is kept, as its teachers are told. */
export interface Keeping {
  /** What its teacher has chosen, in days after the end; null: as the operator says. */
  keepDays: number | null;
  policy: KeepingPolicy;
  /** When it will be deleted, in milliseconds since 1970; null: it is not over. */
  deletedAt: number | null;
  /** The deletion is near. */
  soon: boolean;
}

/** What a teacher may choose from, in days: not more than the operator allows. */
export function keepChoices({ mostDays }: KeepingPolicy): number[] {
  return [14, 30, 60, 90, 180, 365, 730, 1_095].filter((days) => days <= mostDays);
}

/** `PATCH /api/classes/ID/keeping` and `PATCH /api/groups/ID/keeping`: for how long it is kept; null: as the operator says. */
export const keepingSchema = z.strictObject({
  keepDays: z.int().min(NOTICE_DAYS).max(MOST_KEEP_DAYS).nullable(),
});
export const classKeepingPath = (classId: string) => `${classPath(classId)}/keeping`;
export const groupKeepingPath = (groupId: string) => `${groupPath(groupId)}/keeping`;
