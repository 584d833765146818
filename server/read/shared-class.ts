import { createHash } from 'node:crypto';
import type { ReplayedClass } from '@/protocol/replay';
import { shareTokenSchema } from '@/protocol/share';
import { logFor } from '@/server/log';
import { readStore } from '@/server/store/page-store';
import { replayOf } from './class-replay';
import { type ReviewedClass, reviewOf } from './class-review';

/** Milliseconds in which looking again is no news. */
const SEEN_AGAIN_MS = 60_000;

const log = logFor('pages');

/** A class behind a link, still with everything in it: what of it is shown to others says client/review/shared. */
export interface SharedClass extends Omit<ReviewedClass, 'owners'> {
  named: boolean;
  replay: ReplayedClass | null;
}

/** The class that a link opens; null: there is no such link, or none any more. */
export async function readSharedClass(token: string, now: number): Promise<SharedClass | null> {
  if (!shareTokenSchema.safeParse(token).success) return null;
  const store = await readStore();
  const share = await store.findShare(createHash('sha256').update(token).digest('hex'));
  const state = share && (await store.loadClass(share.classId));
  if (!share || state?.phase !== 'ended') return null;
  if (now - (share.lastSeenAt ?? 0) > SEEN_AGAIN_MS)
    // Who looks sees it all the same while the storage takes nothing.
    await store.seeShare(share.id, now).catch((error: unknown) => {
      log.warn({ err: error }, 'that a shared class was looked at could not be noted');
    });
  return {
    ...(await reviewOf(store, state)),
    replay: await replayOf(store, state, now),
    named: share.named,
  };
}
