import { type PoolOpenAnswer, poolOpenSchema } from '@/protocol/pool';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** From here on this connection hears of the class's pool. */
export const poolOpen = attachedEvent({
  schema: poolOpenSchema,
  roles: ['student', 'teacher', 'assistant', 'screen'],
  least: 'watch',
  limit: 'reads',
  handle: async ({ live, role, viewer }): Promise<PoolOpenAnswer> => {
    if (live.pool.kind === null) return refuse('no-pool');
    await live.pool.ready();
    live.pool.opened(viewer);
    const own = role.kind === 'student' ? live.pool.ownOf(role.studentId) : [];
    return { ok: true, pool: live.pool.tell(), own };
  },
});
