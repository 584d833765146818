import { z } from 'zod';
import { noteField } from './bookmark';
import { CLASSES_PATH } from './class-paths';
import { idSchema } from './run';

/** Of a class's bookmarks, for an owner: `POST` marks a moment afterwards; `PATCH` and `DELETE` go to one of them, `/ID`. */
export const bookmarksPath = (classId: string) => `${CLASSES_PATH}/${classId}/bookmarks`;

/** A moment of the class that is marked afterwards; the server knows at which step it was. */
export const bookmarkMarkSchema = z.strictObject({
  id: idSchema,
  at: z.int().min(0),
  note: noteField,
});
export type BookmarkMark = z.infer<typeof bookmarkMarkSchema>;
