import { randomBytes } from 'node:crypto';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import { idSchema } from '@/protocol/run';
import { type ShareEntry, type ShareMade, shareToMakeSchema } from '@/protocol/share';
import { hashSecret, newId } from '@/server/live/credentials';
import { byId, ownerRoute } from './route';

const PATH = '/api/classes/:id/shares';

export const listSharesRoute = ownerRoute({
  method: 'GET',
  path: PATH,
  params: byId,
  handle: async ({ parts, live }): Promise<Answer<{ shares: ShareEntry[] }>> => ({
    ok: true,
    shares: await parts.store.listShares(live.id),
  }),
});

/** Makes a link by which anybody may look at a class that has ended. Its token is told here and never again. */
export const makeShareRoute = ownerRoute({
  method: 'POST',
  path: PATH,
  params: byId,
  body: shareToMakeSchema,
  handle: async ({ parts, live, body: { named } }): Promise<Answer<ShareMade>> => {
    // Before its end a class hides what decides its board.
    if (live.state().phase !== 'ended') return refuse('wrong-phase');
    const token = randomBytes(24).toString('base64url');
    const share = { id: newId(), named, madeAt: live.now(), lastSeenAt: null };
    const kept = { ...share, classId: live.id, tokenHash: hashSecret(token) };
    return (await parts.store.addShare(kept, LIMITS.sharesPerClass))
      ? { ok: true, share, token }
      : refuse('too-many-shares');
  },
});

/** Takes a link back: from now on it opens nothing. */
export const removeShareRoute = ownerRoute({
  method: 'DELETE',
  path: `${PATH}/:share`,
  params: byId.extend({ share: idSchema }),
  handle: async ({ parts, live }, { share }) => {
    await parts.store.removeShare(live.id, share);
    return { ok: true };
  },
});
