import { farthestStep } from '@/classroom/pacing';
import type { ClassState } from '@/classroom/state';
import { type Condition, conditionSchema } from '@/protocol/condition';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Notes how it stands with a student at work: for the teachers' eyes, in memory alone. */
export const studentCondition = attachedEvent({
  schema: conditionSchema,
  roles: ['student'],
  limit: 'commands',
  handle: async ({ live, role: { studentId } }, condition): Promise<Answer> => {
    if (live.state().students[studentId]?.membership !== 'in') return refuse('not-allowed');
    live.conditions.reported(studentId, whereItMayBe(live.state(), condition));
    return { ok: true };
  },
});

/** A page says where its student is; nobody is ahead of what is open. */
function whereItMayBe(state: ClassState, { step, ...condition }: Condition): Condition {
  return step === undefined ? condition : { ...condition, step: Math.min(step, farthestStep(state)) };
}
