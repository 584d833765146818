import { openEnsemble } from '@/classroom/ensembles';
import { ensembleCountSchema } from '@/protocol/ensemble';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { SharedWork } from '@/server/live/shared-work';
import { countEnsemble } from '@/server/verify/class-ensemble';

/** Votes that are being counted, by class: whoever asks again waits for the same. */
const counting = new SharedWork();

/** Has the class's networks vote now, and records what came of it; answered after the commit. */
export const ensembleCount = attachedEvent({
  schema: ensembleCountSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ parts, live }, { ensembleId }): Promise<Answer> => {
    const open = openEnsemble(live.state());
    if (open?.id !== ensembleId) return refuse('no-vote');
    if (open.found !== null) return { ok: true };
    return counting.run(live, ensembleId, () => count(parts, live, ensembleId));
  },
});

async function count({ ensembles, store }: EventParts, live: LiveClass, ensembleId: string): Promise<Answer> {
  const found = await countEnsemble(live.state(), { counter: ensembles, store });
  if ('ok' in found) return found;
  return live.ask({ type: 'ensemble:record', ensembleId, found }, { kind: 'server' });
}
