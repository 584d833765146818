import type { ClassState } from '@/classroom/state';
import { keptSecret, readEnv } from '@/server/env';
import { readOwnPageToken } from '@/server/own-page-token';
import { readStore } from '@/server/store/page-store';

/** Whose own page it is, and the classes in which that student may have been. */
export interface PageStudent {
  studentId: string;
  /** The group's, or the class's own. */
  roomId: string;
  inGroup: boolean;
  /** Oldest first; the newest says who belongs to the group. At least one. */
  states: readonly ClassState[];
}

/** The student behind a link; null: there is none, or they were removed. */
export async function readPageStudent(token: string): Promise<PageStudent | null> {
  const owner = readOwnPageToken(keptSecret(readEnv()), token);
  if (!owner) return null;
  const { roomId, studentId } = owner;
  const store = await readStore();
  const group = await store.loadGroup(roomId);
  const ids = group ? (await store.listSittings(roomId)).map(({ id }) => id) : [roomId];
  const states = (await Promise.all(ids.map((id) => store.loadClass(id)))).filter((state) => state !== null);
  // Whoever was removed from the group has no page any more.
  const membership = states.at(-1)?.students[studentId]?.membership;
  if (membership === undefined || membership === 'removed' || membership === 'banned') return null;
  return { studentId, roomId, inGroup: group !== null, states };
}
