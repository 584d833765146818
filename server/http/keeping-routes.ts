import { keepingOf } from '@/classroom/retention';
import { type Answer, refuse } from '@/protocol/refusals';
import { type Keeping, keepingSchema } from '@/protocol/retention';
import type { EventParts } from '@/server/live/event';
import type { KeptThing } from '@/server/store/retention-rows';
import { byId, groupRoute, ownerRoute } from './route';

/** For how long a class of its own, or each sitting of a group, is kept after its end. */

export const keepClassRoute = ownerRoute({
  method: 'PATCH',
  path: '/api/classes/:id/keeping',
  params: byId,
  body: keepingSchema,
  // A sitting is kept as its group is.
  handle: async ({ parts, live, body }, { id }) =>
    live.state().groupId === null ? keep(parts, { classId: id }, body.keepDays) : refuse('bad-request'),
});

export const keepGroupRoute = groupRoute({
  method: 'PATCH',
  path: '/api/groups/:id/keeping',
  params: byId,
  body: keepingSchema,
  handle: ({ parts, body }, { id }) => keep(parts, { groupId: id }, body.keepDays),
});

async function keep(
  { store, env, clock }: Pick<EventParts, 'store' | 'env' | 'clock'>,
  thing: KeptThing,
  keepDays: number | null,
): Promise<Answer<Keeping>> {
  if (keepDays !== null && keepDays > env.keeping.mostDays) return refuse('kept-too-long');
  await store.keepFor(thing, keepDays);
  const kept = await store.readKept(thing);
  return kept ? { ok: true, ...keepingOf(kept, env.keeping, clock()) } : refuse('internal');
}
