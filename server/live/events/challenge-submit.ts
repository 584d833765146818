import { challengeOfClass, refuseAnswer, scoredAnswer } from '@/classroom/challenge';
import { challengeSubmitSchema } from '@/protocol/challenge';
import type { ChallengeSubmitAnswer } from '@/protocol/events';
import { type Refusal, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import type { Checked, HandedInAnswer } from '@/server/verify/challenge-checker';

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
    const handedIn = { classId: live.id, studentId, answer };
    const checked = await (challenge === 'pool'
      ? checkByPool(parts, live, handedIn)
      : parts.checker.check(handedIn, challenge));
    if (!checked.ok) return checked;
    const { result, perLabel } = checked;
    const recorded = await live.ask(
      { type: 'challenge:record', checked: { studentId, result, parts: checked.parts } },
      { kind: 'server' },
    );
    if (!recorded.ok) return recorded;
    const scored = scoredAnswer(live.state(), studentId, result);
    return { ok: true, ...scored, ...(perLabel ? { perLabel } : {}) };
  },
});

/** A network that learnt from the class's own drawings, on those that were held back. */
async function checkByPool(
  { checker }: EventParts,
  live: LiveClass,
  handedIn: HandedInAnswer,
): Promise<Checked | Refusal> {
  await live.pool.ready();
  const held = live.pool.heldBack();
  return held.ok ? checker.checkByDrawings(handedIn, held.drawings, held.labelCount) : held;
}
