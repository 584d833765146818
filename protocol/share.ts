import { z } from 'zod';

/** Looking at a class that has ended by a link, with no account: its owner makes it, and takes it back at any time. */

/** What opens a link: 24 random bytes. The server keeps its hash alone. */
export const shareTokenSchema = z.string().regex(/^[\w-]{32}$/);

/** `named`: students are told by their nicknames. */
export const shareToMakeSchema = z.strictObject({ named: z.boolean() });

/** A link, as an owner of the class sees it. Times in milliseconds since 1970. */
export interface ShareEntry {
  id: string;
  named: boolean;
  madeAt: number;
  /** When somebody looked by it last; null: nobody has yet. */
  lastSeenAt: number | null;
}

/** The answer to making one: the only time that the token is told. */
export interface ShareMade {
  share: ShareEntry;
  token: string;
}

export const sharesPath = (classId: string) => `/api/classes/${classId}/shares`;

/** The address of a link. */
export const sharedPath = (token: string) => `/shared/${token}`;
