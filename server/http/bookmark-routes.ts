import { bookmarkNoteSchema } from '@/protocol/bookmark';
import { idSchema } from '@/protocol/run';
import { byId, ownerRoute } from './route';

/** Bookmarks as the review changes them: the console does by command. */

const PATH = '/api/classes/:id/bookmarks/:bookmark';
const params = byId.extend({ bookmark: idSchema });

export const noteBookmarkRoute = ownerRoute({
  method: 'PATCH',
  path: PATH,
  params,
  body: bookmarkNoteSchema,
  handle: ({ live, teacherId, body }, { bookmark }) =>
    live.ask(
      { type: 'bookmark:note', bookmarkId: bookmark, note: body.note },
      { kind: 'teacher', teacherId },
    ),
});

export const removeBookmarkRoute = ownerRoute({
  method: 'DELETE',
  path: PATH,
  params,
  handle: ({ live, teacherId }, { bookmark }) =>
    live.ask({ type: 'bookmark:remove', bookmarkId: bookmark }, { kind: 'teacher', teacherId }),
});
