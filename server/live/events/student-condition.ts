import { farthestStep } from '@/classroom/pacing';
import type { ClassState } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { type Condition, conditionSchema } from '@/protocol/condition';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Notes how it stands with a student at work: for the teachers' eyes, in memory alone, but for how far the student is with its step. */
export const studentCondition = attachedEvent({
  schema: conditionSchema,
  roles: ['student'],
  limit: 'commands',
  handle: async ({ live, role: { studentId } }, condition): Promise<Answer> => {
    if (live.state().students[studentId]?.membership !== 'in') return refuse('not-allowed');
    const state = live.state();
    const told = whereItMayBe(state, condition);
    live.conditions.reported(studentId, told);
    const stepId = stepOf(state, told);
    if (state.phase === 'live' && stepId !== null) live.steps.reported(studentId, stepId, told);
    return { ok: true };
  },
});

/** The step of which a page speaks, where the class has it: else the one at which the student is. */
function stepOf(state: ClassState, { done, step = state.stepIndex }: Condition): string | null {
  const steps = stepsOf(state);
  return (steps.find(({ id }) => id === done?.stepId) ?? steps[step])?.id ?? null;
}

/** A page says where its student is; nobody is ahead of what is open. */
function whereItMayBe(state: ClassState, { step, ...condition }: Condition): Condition {
  return step === undefined ? condition : { ...condition, step: Math.min(step, farthestStep(state)) };
}
