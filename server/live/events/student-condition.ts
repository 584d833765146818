import { conditionSchema } from '@/protocol/condition';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Notes how it stands with a student at work: for the teachers' eyes, in memory alone. */
export const studentCondition = attachedEvent({
  schema: conditionSchema,
  roles: ['student'],
  limit: 'commands',
  handle: async ({ live, role: { studentId } }, condition): Promise<Answer> => {
    if (live.state().students[studentId]?.membership !== 'in') return refuse('not-allowed');
    live.conditions.reported(studentId, condition);
    return { ok: true };
  },
});
