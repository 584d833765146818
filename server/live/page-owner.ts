import { type Refusal, refuse } from '@/protocol/refusals';
import { type PageOwner, readOwnPageToken } from '@/server/own-page-token';
import type { EventParts } from './event';
import type { LiveClass } from './live-class';

/** Who stands behind the link to an own page. */
export interface FoundOwner extends PageOwner {
  ok: true;
  /** Null: a class of its own. */
  groupId: string | null;
  /** The newest sitting, which says who belongs to the group. */
  live: LiveClass;
}

/** The student whose page a link opens, if it still opens one. */
export async function pageOwner(
  { secret, store, classes }: Pick<EventParts, 'secret' | 'store' | 'classes'>,
  token: string,
): Promise<FoundOwner | Refusal> {
  const owner = readOwnPageToken(secret, token);
  if (!owner) return refuse('unknown-link');
  const group = await store.loadGroup(owner.roomId);
  const live = group ? await classes.byCode(group.code) : await classes.byId(owner.roomId);
  const membership = live?.state().students[owner.studentId]?.membership;
  if (!live || membership === undefined || membership === 'removed' || membership === 'banned')
    return refuse('unknown-link');
  return { ok: true, ...owner, groupId: group?.id ?? null, live };
}
