'use client';

import { useState } from 'react';
import { randomId } from '@/client/live/random-id';
import { useBookmarkDeeds } from '@/client/review/bookmarks/use-bookmark-deeds';
import { normaliseNote } from '@/protocol/bookmark';
import type { ReplayedClass } from '@/protocol/replay';

type Bookmarks = ReplayedClass['bookmarks'];

/** What may be done to the marked moments of a replay. True: it is done. */
export interface BookmarkDeeds {
  mark(at: number, note: string): Promise<boolean>;
  note(id: string, note: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

/** The marked moments of a sitting as they are now, and what its owner may do to them. @param stepNumberAt of the class's step at a moment; null: none */
export function useReplayBookmarks(
  { classId, from, bookmarks: given }: Pick<ReplayedClass, 'classId' | 'from' | 'bookmarks'>,
  stepNumberAt: (at: number) => number | null,
): { bookmarks: Bookmarks; deeds: BookmarkDeeds } {
  const [bookmarks, setBookmarks] = useState(given);
  const server = useBookmarkDeeds(classId);
  const doThen = async (done: Promise<boolean>, then: (all: Bookmarks) => Bookmarks) => {
    const isDone = await done;
    if (isDone) setBookmarks(then);
    return isDone;
  };
  const deeds: BookmarkDeeds = {
    mark: (moment, typed) => {
      const [id, at, note] = [randomId(), Math.round(moment), normaliseNote(typed)];
      const marked = { id, at, note, stepNumber: stepNumberAt(at) };
      return doThen(server.mark({ id, at: from + at, note }), (all) => [...all, marked]);
    },
    note: (id, typed) => {
      const note = normaliseNote(typed);
      return doThen(server.note(id, note), (all) =>
        all.map((one) => (one.id === id ? { ...one, note } : one)),
      );
    },
    remove: (id) => doThen(server.remove(id), (all) => all.filter((one) => one.id !== id)),
  };
  return { bookmarks, deeds };
}
