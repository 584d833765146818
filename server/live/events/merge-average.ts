import { openMerge } from '@/classroom/merges';
import { mergeAverageSchema } from '@/protocol/merge';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { averageClass } from '@/server/verify/class-merge';

/** What is being averaged, by class: whoever asks again waits for the same. */
const averaging = new WeakMap<LiveClass, { mergeId: string; outcome: Promise<Answer> }>();

/** Averages the class's networks now, and records what came of it; answered after the commit. */
export const mergeAverage = attachedEvent({
  schema: mergeAverageSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ parts, live }, { mergeId }): Promise<Answer> => {
    const open = openMerge(live.state());
    if (open?.id !== mergeId) return refuse('no-merge');
    if (open.found !== null) return { ok: true };
    const known = averaging.get(live);
    if (known?.mergeId === mergeId) return known.outcome;
    const outcome = average(parts, live, mergeId).finally(() => {
      if (averaging.get(live)?.mergeId === mergeId) averaging.delete(live);
    });
    averaging.set(live, { mergeId, outcome });
    return outcome;
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
