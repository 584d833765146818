import { z } from 'zod';
import { LIMITS } from './limits';
import { withoutUnseen } from './nickname';
import { idSchema } from './run';

/** A moment of the class that a teacher has marked. */
export interface Bookmark {
  /** Made by whoever marks it, so that asking again is the same bookmark. */
  id: string;
  /** When, by the server's clock: milliseconds since 1970. */
  at: number;
  /** The step at which the class was; null: at none. */
  stepId: string | null;
  /** May be empty. */
  note: string;
}

/** A note as it is typed. */
export const noteField = z.string().max(LIMITS.bookmarkNoteUnits);

/** What a bookmark's note is, once it is there. */
export const bookmarkNoteSchema = z.strictObject({ note: noteField });

export const bookmarkFields = { bookmarkId: idSchema };
export const notedBookmarkFields = { ...bookmarkFields, note: noteField };

/** A note, a caption or the name of a link as it is kept: on one line, and without what nobody can see, such as what turns the text beside it around. */
export function normaliseNote(note: string): string {
  return withoutUnseen(note, 'NFC');
}
