import { z } from 'zod';
import { CLASSES_PATH } from './classes';
import { LIMITS } from './limits';
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

const noteField = z.string().max(LIMITS.bookmarkNoteUnits);

/** Of a class's bookmarks, for an owner: `POST` marks a moment afterwards; `PATCH` and `DELETE` go to one of them, `/ID`. */
export const bookmarksPath = (classId: string) => `${CLASSES_PATH}/${classId}/bookmarks`;

/** A moment of the class that is marked afterwards; the server knows at which step it was. */
export const bookmarkMarkSchema = z.strictObject({
  id: idSchema,
  at: z.int().min(0),
  note: noteField,
});
export type BookmarkMark = z.infer<typeof bookmarkMarkSchema>;

/** What a bookmark's note is, once it is there. */
export const bookmarkNoteSchema = z.strictObject({ note: noteField });

export const bookmarkFields = { bookmarkId: idSchema };
export const notedBookmarkFields = { ...bookmarkFields, note: noteField };

/** A note as it is kept: without blanks around it, and on one line. */
export function normaliseNote(note: string): string {
  return note.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
