import { worksFor } from '@/classroom/set-ups';
import type { SetUpReadAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { setUpReadSchema } from '@/protocol/set-up';
import { attachedEvent } from '@/server/live/event';

/** What is in a set-up that was handed to this student. Not part of views: those go out with each change, and it is long. */
export const setUpRead = attachedEvent({
  schema: setUpReadSchema,
  roles: ['student'],
  limit: 'reads',
  handle: async ({ live, role: { studentId } }, { setUpId }): Promise<SetUpReadAnswer> => {
    const works = worksFor(live.state(), studentId, setUpId);
    return works ? { ok: true, works } : refuse('unknown-set-up');
  },
});
