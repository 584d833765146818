import { z } from 'zod';
import { LIMITS } from './limits';
import { countGraphemes, withoutUnseen } from './nickname';
import { idSchema } from './run';

/** What a teacher says to students: to everybody who is in, or to these. */
export const messageFields = {
  /** Made by the console, so that what is sent twice is one message. */
  id: idSchema,
  text: z.string().max(LIMITS.messageUnits),
  to: z.union([z.literal('all'), z.array(idSchema).min(1).max(LIMITS.studentsPerClass)]),
};

/** A message as it is kept and shown: nothing that nobody can see, blanks and new lines folded to one blank. */
export function normaliseMessage(typed: string): string {
  return withoutUnseen(typed, 'NFC');
}

/** Whether a normalised message has 1 to 200 graphemes. */
export function isMessage(text: string): boolean {
  return text !== '' && text.length <= LIMITS.messageUnits && countGraphemes(text) <= LIMITS.messageGraphemes;
}

/** A message as its student is shown it. `sentAt` by the server's clock, milliseconds since 1970. */
export interface OwnMessage {
  id: string;
  text: string;
  sentAt: number;
}

/** What a teacher hears of a message. */
export interface SentMessage extends OwnMessage {
  /** To how many students it went, and how many of them have put it away. */
  to: number;
  dismissed: number;
}
