import type { Decision } from './decision';

/**
 * A group of students that a teacher has over weeks: a room with a code of its own, in which one sitting after another is held
 * (classroom/sittings). Who belongs to it stands in its last sitting. Plain data, never mutated.
 */
export interface Group {
  id: string;
  /** Of the room: every sitting bears it, and nothing else does. */
  code: string;
  name: string;
  /** The first owner. */
  teacherId: string;
  /** Further owners, in the order in which they came (classroom/owners). */
  coOwners: readonly string[];
  createdAt: number;
  /** Put out of sight; null: in use. */
  archivedAt: number | null;
  /** Grows by one with every change; the store refuses to save over a newer one. */
  version: number;
}

/** A group that has just been made. */
export function createGroup(made: Pick<Group, 'id' | 'code' | 'name' | 'teacherId'>, now: number): Group {
  return { ...made, coOwners: [], createdAt: now, archivedAt: null, version: 1 };
}

/** Gives a group another name, puts it out of sight or back. The very group where nothing changes. */
export function changeGroup(
  group: Group,
  { name = group.name, archived = group.archivedAt !== null }: { name?: string; archived?: boolean },
  now: number,
): Decision<Group> {
  const archivedAt = archived ? (group.archivedAt ?? now) : null;
  const same = name === group.name && archivedAt === group.archivedAt;
  return { ok: true, state: same ? group : { ...group, name, archivedAt } };
}
