import { challengeOfClass, refuseAnswer, scoredAnswer } from '@/classroom/challenge';
import { challengeSubmitSchema } from '@/protocol/challenge';
import type { ChallengeSubmitAnswer } from '@/protocol/events';
import { type Refusal, refuse } from '@/protocol/refusals';
import { checkPoolAnswer, type PoolChecked } from '../../verify/pool-checker';
import { attachedEvent } from '../event';
import type { LiveClass } from '../live-class';

/** An answer to the lesson's challenge: checked here and nowhere else, recorded, and answered after the commit. */
export const challengeSubmit = attachedEvent({
  schema: challengeSubmitSchema,
  roles: ['student'],
  limit: 'answers',
  handle: async ({ parts, live, role: { studentId } }, { answer }): Promise<ChallengeSubmitAnswer> => {
    const refusal = refuseAnswer(live.state(), studentId);
    if (refusal) return refusal;
    const challenge = challengeOfClass(live.state());
    if (challenge === null) return refuse('no-challenge');
    const byPool = challenge === 'pool' ? await checkByPool(live, answer) : null;
    const checked = byPool ?? (await parts.checker.check({ challenge, classId: live.id, answer }));
    if (!checked.ok) return checked;
    const { result } = checked;
    const recorded = await live.ask(
      { type: 'challenge:record', checked: { studentId, result, parts: checked.parts } },
      { kind: 'server' },
    );
    if (!recorded.ok) return recorded;
    const scored = scoredAnswer(live.state(), studentId, result);
    return { ok: true, ...scored, ...(byPool?.ok ? { perLabel: byPool.perLabel } : {}) };
  },
});

/** A network that learnt from the class's own drawings, on those that were held back. */
async function checkByPool(live: LiveClass, answer: unknown): Promise<PoolChecked | Refusal> {
  await live.pool.ready();
  const held = live.pool.heldBack();
  return held.ok ? checkPoolAnswer(answer, held.drawings, held.labelCount) : held;
}
