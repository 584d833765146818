import { keepingOf } from '@/classroom/retention';
import type { Keeping, KeepingPolicy } from '@/protocol/retention';
import { readEnv } from '@/server/env';
import { readStore } from '@/server/store/page-store';
import type { ClassListing, GroupListing } from '@/server/store/store';

/** A teacher's classes and groups as their lists show them, each with when it will be deleted. */

const withKeeping = <Listing extends Pick<ClassListing, 'kept'>>({ kept, ...listing }: Listing) => ({
  ...listing,
  keeping: keepingOf(kept, readEnv().keeping, Date.now()),
});

/** What the operator has set, for a page that tells everybody. */
export function toldPolicy(): KeepingPolicy {
  return readEnv().keeping;
}

/** Newest first. */
export async function listedClasses(
  teacherId: string,
): Promise<(Omit<ClassListing, 'kept'> & { keeping: Keeping })[]> {
  return (await (await readStore()).listClasses(teacherId)).map(withKeeping);
}

/** The one that was used last first. */
export async function listedGroups(
  teacherId: string,
): Promise<(Omit<GroupListing, 'kept'> & { keeping: Keeping })[]> {
  return (await (await readStore()).listGroups(teacherId)).map(withKeeping);
}

/** The same of one class, or of each lesson of a group. */
export async function keepingTold(thing: { classId: string } | { groupId: string }): Promise<Keeping | null> {
  const kept = await (await readStore()).readKept(thing);
  return kept && keepingOf(kept, readEnv().keeping, Date.now());
}
