'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import type { WrittenLesson } from '@/lessons/written';
import type { Bookmark } from '@/protocol/bookmark';
import { BookmarksCard } from './bookmarks-card';

interface Props {
  classId: string;
  bookmarks: readonly Bookmark[];
  lesson: WrittenLesson | null;
}

/** The moments that were marked in class, which may be noted and removed afterwards. */
export function ReviewBookmarks({ classId, bookmarks: given, lesson }: Props) {
  const t = useTranslations('review.bookmarks');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const [bookmarks, setBookmarks] = useState(given);
  const ask = async (method: 'PATCH' | 'DELETE', { id }: Bookmark, body?: { note: string }) => {
    const answer = await askServer(method, `/api/classes/${classId}/bookmarks/${id}`, body);
    if (answer !== 'offline' && answer.ok) return true;
    toast.error(t('failed'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
    return false;
  };
  return (
    <BookmarksCard
      bookmarks={bookmarks}
      lesson={lesson}
      onNote={async (bookmark, note) => {
        if (!(await ask('PATCH', bookmark, { note }))) return false;
        setBookmarks((all) =>
          all.map((one) => (one.id === bookmark.id ? { ...one, note: note.trim() } : one)),
        );
        return true;
      }}
      onRemove={async (bookmark) => {
        if (await ask('DELETE', bookmark)) setBookmarks((all) => all.filter(({ id }) => id !== bookmark.id));
      }}
    />
  );
}
