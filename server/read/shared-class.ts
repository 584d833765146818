import { createHash } from 'node:crypto';
import type { ClassState } from '@/classroom/state';
import { asRevealed } from '@/classroom/unrevealed';
import type { ReplayedClass } from '@/protocol/replay';
import { shareTokenSchema } from '@/protocol/share';
import { logFor } from '@/server/log';
import { readStore } from '@/server/store/page-store';
import type { Store } from '@/server/store/store';
import { replayOf } from './class-replay';
import { type ReviewedClass, reviewOf } from './class-review';

/** Milliseconds in which looking again is no news. */
const SEEN_AGAIN_MS = 60_000;

const log = logFor('pages');

/** What is behind a link, still with everything in it: what of it is shown to others says client/review/shared. */
interface SharedClass extends Omit<ReviewedClass, 'owners'> {
  named: boolean;
  /** It began, so there is something to go through again. */
  hasReplay: boolean;
}

/** The class that a link opens; null: there is no such link, or none any more. */
export async function readSharedClass(token: string, now: number): Promise<SharedClass | null> {
  const shared = await findShared(token, now);
  if (!shared) return null;
  const { store, state, named } = shared;
  // Whoever has the link may be one of the class.
  return { ...(await reviewOf(store, asRevealed(state))), named, hasReplay: state.startedAt !== null };
}

/** The same moment by moment; null also where it never began. */
export async function readSharedReplay(
  token: string,
  now: number,
): Promise<{ replay: ReplayedClass; named: boolean } | null> {
  const shared = await findShared(token, now);
  const replay = shared && (await replayOf(shared.store, shared.state, now));
  return replay && { replay, named: shared.named };
}

async function findShared(
  token: string,
  now: number,
): Promise<{ store: Store; state: ClassState; named: boolean } | null> {
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
  return { store, state, named: share.named };
}
