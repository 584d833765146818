import { commandSchema } from '@/protocol/commands';
import type { CommandAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Whatever a teacher or student asks of the class; `decide` says who may ask what. */
export const command = attachedEvent({
  schema: commandSchema,
  roles: ['student', 'teacher', 'assistant', 'screen'],
  least: 'watch',
  limit: 'commands',
  handle: async ({ live, role }, payload): Promise<CommandAnswer> => {
    // A projector stands in front of everybody: it shows, and steers nothing.
    if (role.kind === 'screen') return refuse('not-allowed');
    return live.ask(payload, role);
  },
});
