import { z } from 'zod';
import { classPath } from './classes';
import { groupPath } from './groups';

/** For how long a class is kept after its end. */

/** Days before a deletion from which on it is announced; nothing is deleted that has not been announced for so long. */
export const NOTICE_DAYS = 14;
/** The longest that can be chosen at all, in days; the shortest is the notice. */
export const MOST_KEEP_DAYS = 3_650;

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
