import type { Group } from '@/classroom/groups';
import { isOwner } from '@/classroom/owners';
import { readStore } from '@/server/store/page-store';
import type { Sitting } from '@/server/store/store';

/** A group with its sittings, oldest first. */
export interface GroupRoom {
  group: Group;
  sittings: Sitting[];
}

/** One of this teacher's groups; null where there is none, or it is another teacher's. */
export async function readGroupRoom(teacherId: string, groupId: string): Promise<GroupRoom | null> {
  const store = await readStore();
  const group = await store.loadGroup(groupId);
  if (!isOwner(group, teacherId) || !group) return null;
  return { group, sittings: await store.listSittings(groupId) };
}
