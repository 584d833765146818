import { z } from 'zod';
import { classIdSchema } from './classes';
import { LIMITS } from './limits';
import { countGraphemes, normaliseNickname } from './nickname';

/**
 * Groups: rooms that outlive their lessons. A group has a code of its own, which leads to its open sitting; a sitting is a class that is
 * made in it (`POST /api/classes` with `group`), with the students of the sitting before.
 */
export const GROUPS_PATH = '/api/groups';
export const groupPath = (groupId: string) => `${GROUPS_PATH}/${groupId}`;
export const groupStudentPath = (groupId: string, studentId: string) =>
  `${groupPath(groupId)}/students/${studentId}`;
/** As for a class (protocol/owners). */
export const groupOwnersPath = (groupId: string) => `${groupPath(groupId)}/owners`;

/** The group's progress book. */
export const groupBookPath = (groupId: string) => `/review/group/${groupId}`;

/** The page on which a lesson is chosen for the next sitting. */
export const startInGroup = (groupId: string) => `/teach/start?group=${groupId}`;

export const groupIdSchema = classIdSchema;

/** A group's name as it is kept: nothing that nobody can see, blanks folded to one. */
export const normaliseGroupName = (typed: string): string => normaliseNickname(typed);

/** Whether a normalised name has 1 to 40 graphemes. */
export function isGroupName(name: string): boolean {
  return name !== '' && countGraphemes(name) <= LIMITS.groupNameGraphemes;
}

const groupNameSchema = z
  .string()
  .max(LIMITS.groupNameUnits)
  .transform(normaliseGroupName)
  .refine(isGroupName);

/** `POST /api/groups`: a teacher makes a group. Answered as `Answer<GroupMade>`. */
export const makeGroupSchema = z.strictObject({ name: groupNameSchema });
export interface GroupMade {
  id: string;
  code: string;
}

/** `PATCH /api/groups/ID`: another name; out of sight, or back. `DELETE` removes it with all of its sittings. */
export const changeGroupSchema = z.strictObject({
  name: groupNameSchema.optional(),
  archived: z.boolean().optional(),
});
export type ChangeGroup = z.input<typeof changeGroupSchema>;
