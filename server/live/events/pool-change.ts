import { poolAddSchema, poolClearSchema, poolLabelSchema, poolRemoveSchema } from '@/protocol/pool';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Files a drawing. Answered after the commit. */
export const poolAdd = attachedEvent({
  schema: poolAddSchema,
  roles: ['student'],
  limit: 'drawings',
  handle: ({ live, role }, drawing): Promise<Answer> => live.pool.file(role.studentId, drawing),
});

/** Takes a drawing out: an own one, or as the teacher any. */
export const poolRemove = attachedEvent({
  schema: poolRemoveSchema,
  roles: ['student', 'teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ live, role }, { id }): Promise<Answer> =>
    live.pool.kind === null ? refuse('no-pool') : live.pool.take(role, id),
});

/** Names the labels, while there are no drawings. */
export const poolLabel = attachedEvent({
  schema: poolLabelSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: ({ live }, { labels }): Promise<Answer> => live.pool.nameLabels(labels),
});

/** Removes every drawing. */
export const poolClear = attachedEvent({
  schema: poolClearSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ live }): Promise<Answer> =>
    live.pool.kind === null ? refuse('no-pool') : live.pool.clear(),
});
