'use client';

import { useState } from 'react';
import type { WrittenLesson } from '@/lessons/written';
import type { Bookmark } from '@/protocol/bookmark';
import { BookmarksCard } from './bookmarks-card';
import { useBookmarkDeeds } from './use-bookmark-deeds';

interface Props {
  classId: string;
  bookmarks: readonly Bookmark[];
  lesson: WrittenLesson | null;
}

/** The moments that were marked in class, which may be noted and removed afterwards. */
export function ReviewBookmarks({ classId, bookmarks: given, lesson }: Props) {
  const deeds = useBookmarkDeeds(classId);
  const [bookmarks, setBookmarks] = useState(given);
  return (
    <BookmarksCard
      bookmarks={bookmarks}
      lesson={lesson}
      onNote={async (bookmark, note) => {
        if (!(await deeds.note(bookmark.id, note))) return false;
        setBookmarks((all) =>
          all.map((one) => (one.id === bookmark.id ? { ...one, note: note.trim() } : one)),
        );
        return true;
      }}
      onRemove={async (bookmark) => {
        if (await deeds.remove(bookmark.id))
          setBookmarks((all) => all.filter(({ id }) => id !== bookmark.id));
      }}
    />
  );
}
