import { stepIndexAt } from '@/classroom/history';
import { stepsOf } from '@/classroom/steps';
import { bookmarkNoteSchema } from '@/protocol/bookmark';
import { bookmarkMarkSchema } from '@/protocol/marked-moment';
import { idSchema } from '@/protocol/run';
import { byId, ownerRoute } from './route';

/** Bookmarks as the review changes them: the console does by command. */

const ALL = '/api/classes/:id/bookmarks';
const PATH = `${ALL}/:bookmark`;
const params = byId.extend({ bookmark: idSchema });

export const markMomentRoute = ownerRoute({
  method: 'POST',
  path: ALL,
  params: byId,
  body: bookmarkMarkSchema,
  handle: async ({ parts, live, teacherId, body: { id, at, note } }) => {
    const index = stepIndexAt(await parts.store.listEvents(live.id), at);
    const stepId = index === null ? null : (stepsOf(live.state())[index]?.id ?? null);
    return live.ask(
      { type: 'bookmark:mark', bookmarkId: id, at, stepId, note },
      { kind: 'teacher', teacherId },
    );
  },
});

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
