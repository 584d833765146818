import { z } from 'zod';
import { LIMITS } from './limits';

/** Co-teachers: whoever has a link of the class's owner, and what the link lets them do. */

/**
 * `watch` sees the console and changes nothing; `help` cares for students (lets in, renames, sends messages, marks moments); `lead` does
 * all but deleting the class and making links.
 */
export const ASSISTANT_ROLES = ['watch', 'help', 'lead'] as const;
export type AssistantRole = (typeof ASSISTANT_ROLES)[number];
/** The same for whoever stands at a console: an owner may do all. */
export type TeachingRole = AssistantRole | 'owner';

const RANKS: readonly TeachingRole[] = [...ASSISTANT_ROLES, 'owner'];

/** Whether a role is enough for what asks for another. */
export function reaches(role: TeachingRole, least: TeachingRole): boolean {
  return RANKS.indexOf(role) >= RANKS.indexOf(least);
}

/** What opens a link: 24 random bytes. The server keeps its hash alone. */
export const assistantTokenSchema = z.string().regex(/^[\w-]{32}$/);

/** A link, as an owner sees it in the console. Times in milliseconds since 1970. */
export interface AssistantEntry {
  id: string;
  /** Whose it is, as the owner calls them; may be empty. */
  name: string;
  role: AssistantRole;
  madeAt: number;
  /** When somebody came by it last; null: nobody has yet. */
  lastSeenAt: number | null;
  /** From then on it opens nothing; null: until it is taken back. */
  endsAt: number | null;
  /** It ends with the class. */
  endsWithClass: boolean;
}

/** When a link is to end: with the class, a day or a week after it was made, or when it is taken back. */
export const LINK_ENDS = ['class', 'day', 'week', 'never'] as const;
export type LinkEnd = (typeof LINK_ENDS)[number];

/** What is usual: a class's ends with it; a group's outlives the sitting, but not the day. */
export function usualLinkEnd(groupId: string | null): LinkEnd {
  return groupId === null ? 'class' : 'day';
}

export const assistantToMakeSchema = z.strictObject({
  name: z.string().max(LIMITS.assistantNameUnits),
  role: z.enum(ASSISTANT_ROLES),
  /** Left out: as is usual. */
  until: z.enum(LINK_ENDS).optional(),
});

/** The answer to making one: the only time that the token is told. */
export interface AssistantMade {
  id: string;
  token: string;
}

export const assistantsPath = (classId: string) => `/api/classes/${classId}/assistants`;

/** The address of a link. */
export const assistPath = (code: string, token: string) => `/assist/${code}/${token}`;
