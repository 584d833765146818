import { idSchema } from '@/protocol/run';
import { snapshotToChangeSchema, snapshotToMoveSchema } from '@/protocol/snapshot';
import { byId, ownerRoute } from './route';

/** Snapshots as the review changes them: the console does by command. */

const PATH = '/api/classes/:id/snapshots/:snapshot';
const params = byId.extend({ snapshot: idSchema });

export const changeSnapshotRoute = ownerRoute({
  method: 'PATCH',
  path: PATH,
  params,
  body: snapshotToChangeSchema,
  handle: ({ live, teacherId, body }, { snapshot }) =>
    live.ask({ type: 'snapshot:change', snapshotId: snapshot, ...body }, { kind: 'teacher', teacherId }),
});

export const moveSnapshotRoute = ownerRoute({
  method: 'PATCH',
  path: `${PATH}/place`,
  params,
  body: snapshotToMoveSchema,
  handle: ({ live, teacherId, body }, { snapshot }) =>
    live.ask({ type: 'snapshot:move', snapshotId: snapshot, ...body }, { kind: 'teacher', teacherId }),
});

export const removeSnapshotRoute = ownerRoute({
  method: 'DELETE',
  path: PATH,
  params,
  handle: ({ live, teacherId }, { snapshot }) =>
    live.ask({ type: 'snapshot:remove', snapshotId: snapshot }, { kind: 'teacher', teacherId }),
});
