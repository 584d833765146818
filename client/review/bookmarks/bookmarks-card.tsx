'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { IconButton } from '@/client/ui/icon-button';
import type { WrittenLesson } from '@/lessons/written';
import type { Bookmark } from '@/protocol/bookmark';
import { NoteDialog } from './note-dialog';

interface Props {
  bookmarks: readonly Bookmark[];
  lesson: WrittenLesson | null;
  /** For whoever only looks. */
  fixed?: boolean;
  /** Both false where nothing can be asked just now. */
  onNote(bookmark: Bookmark, note: string): Promise<boolean>;
  onRemove(bookmark: Bookmark): Promise<unknown>;
  className?: string;
}

/** The moments that were marked: when, at which step, and what was said of them. */
export function BookmarksCard({ bookmarks, lesson, fixed = false, onNote, onRemove, className }: Props) {
  const t = useTranslations('review.bookmarks');
  const format = useFormatter();
  const [noting, setNoting] = useState<Bookmark | null>(null);
  if (bookmarks.length === 0) return null;
  return (
    <Card as="section" title={t('title')} className={className}>
      <ol className="-my-2 max-h-96 divide-y divide-line overflow-y-auto">
        {bookmarks.map((bookmark) => {
          const time = format.dateTime(bookmark.at, 'time');
          const step = lesson?.steps.findIndex(({ id }) => id === bookmark.stepId) ?? -1;
          return (
            <li key={bookmark.id} className="flex items-start gap-2 py-2">
              <div className="min-w-0 flex-1 text-sm">
                <p className="[overflow-wrap:anywhere]">
                  <time dateTime={new Date(bookmark.at).toISOString()} className="tabular font-semibold">
                    {time}
                  </time>{' '}
                  {bookmark.note !== '' && <span translate="no">{bookmark.note}</span>}
                </p>
                {step >= 0 && (
                  <p className="truncate text-ink-soft">
                    {t('step', { number: step + 1, title: lesson!.steps[step]!.text.title })}
                  </p>
                )}
              </div>
              {!fixed && (
                <>
                  <IconButton
                    size="sm"
                    label={t(bookmark.note === '' ? 'addNoteOf' : 'changeNoteOf', { time })}
                    icon={<Pencil aria-hidden="true" />}
                    onClick={() => setNoting(bookmark)}
                  />
                  <IconButton
                    size="sm"
                    label={t('removeOf', { time })}
                    icon={<Trash2 aria-hidden="true" />}
                    onClick={() => void onRemove(bookmark)}
                  />
                </>
              )}
            </li>
          );
        })}
      </ol>
      <NoteDialog
        note={noting?.note ?? null}
        onClose={() => setNoting(null)}
        onSave={async (note) => noting !== null && onNote(noting, note)}
      />
    </Card>
  );
}
