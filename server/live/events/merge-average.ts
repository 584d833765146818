import { openMerge } from '@/classroom/merges';
import { mergeAverageSchema } from '@/protocol/merge';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { SharedWork } from '@/server/live/shared-work';
import { averageClass } from '@/server/verify/class-merge';

/** What is being averaged, by class: whoever asks again waits for the same. */
const averaging = new SharedWork();

/** Averages the class's networks now, and records what came of it; answered after the commit. */
export const mergeAverage = attachedEvent({
  schema: mergeAverageSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ parts, live }, { mergeId }): Promise<Answer> => {
    const open = openMerge(live.state());
    if (open?.id !== mergeId) return refuse('no-merge');
    if (open.found !== null) return { ok: true };
    return averaging.run(live, mergeId, () => average(parts, live, mergeId));
  },
});

async function average({ ensembles, store }: EventParts, live: LiveClass, mergeId: string): Promise<Answer> {
  const state = live.state();
  const merge = openMerge(state);
  if (merge === null) return refuse('no-merge');
  const found = await averageClass(state, merge, { counter: ensembles, store });
  if ('ok' in found) return found;
  return live.ask({ type: 'merge:record', mergeId, found }, { kind: 'server' });
}
