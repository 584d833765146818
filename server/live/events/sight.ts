import { type Answer, refuse } from '@/protocol/refusals';
import { sightSchema, sightWatchSchema } from '@/protocol/sight';
import { attachedEvent } from '@/server/live/event';

/** A teacher looks over a student's shoulder, or ends it. */
export const sightWatch = attachedEvent({
  schema: sightWatchSchema,
  roles: ['teacher', 'assistant'],
  least: 'help',
  limit: 'commands',
  handle: async ({ live, viewer }, { studentId, on }): Promise<Answer> => {
    if (on) return live.shoulders.watch(viewer, studentId);
    live.shoulders.unwatch(viewer, studentId);
    return { ok: true };
  },
});

/** What a student's bench shows: passed on while somebody looks, in memory alone. */
export const sightShow = attachedEvent({
  schema: sightSchema,
  roles: ['student'],
  limit: 'sights',
  handle: async ({ live, role: { studentId } }, sight): Promise<Answer> => {
    if (live.state().students[studentId]?.membership !== 'in') return refuse('not-allowed');
    live.shoulders.reported(studentId, sight);
    return { ok: true };
  },
});
