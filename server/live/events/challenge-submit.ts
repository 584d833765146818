import { challengeOfClass, refuseAnswer, scoredAnswer } from '@/classroom/challenge';
import { challengeSubmitSchema } from '@/protocol/challenge';
import type { ChallengeSubmitAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '../event';

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
    const checked = await parts.checker.check({ challenge, classId: live.id, answer });
    if (!checked.ok) return checked;
    const { result } = checked;
    const recorded = await live.ask(
      { type: 'challenge:record', checked: { studentId, result, parts: checked.parts } },
      { kind: 'server' },
    );
    if (!recorded.ok) return recorded;
    return { ok: true, ...scoredAnswer(live.state(), studentId, result) };
  },
});
