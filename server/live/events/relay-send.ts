import { refuseHandingIn } from '@/classroom/scoring';
import type { Answer } from '@/protocol/refusals';
import { unitSentSchema } from '@/protocol/relay-unit';
import { attachedEvent } from '@/server/live/event';

/** What a student's unit has come to: compared with the engine, and passed on. Kept in memory first; what is lost is worked out again, to the same bits. */
export const relaySend = attachedEvent({
  schema: unitSentSchema,
  roles: ['student'],
  limit: 'units',
  handle: async ({ live, role: { studentId } }, sent): Promise<Answer> =>
    refuseHandingIn(live.state(), studentId) ?? live.relay.take(studentId, sent),
});
