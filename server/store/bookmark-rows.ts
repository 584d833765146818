import type { Prisma } from '@/generated/sqlite/client';
import type { BookmarkModel } from '@/generated/sqlite/models';
import type { Bookmark } from '@/protocol/bookmark';

/** Writes the whole list: it is short, and seldom changed. */
export async function putBookmarks(
  transaction: Prisma.TransactionClient,
  classId: string,
  bookmarks: readonly Bookmark[],
): Promise<void> {
  await transaction.bookmark.deleteMany({ where: { classId } });
  if (bookmarks.length === 0) return;
  await transaction.bookmark.createMany({
    data: bookmarks.map(({ at, ...rest }, position) => ({ ...rest, classId, position, at: BigInt(at) })),
  });
}

/** A bookmark as it was written. */
export function bookmarkOf({ id, at, stepId, note }: BookmarkModel): Bookmark {
  return { id, at: Number(at), stepId, note };
}
