'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoteDialog } from '@/client/review/bookmarks/note-dialog';
import { IconButton } from '@/client/ui/icon-button';
import type { ReplayMark } from './replay-marks';
import type { BookmarkDeeds } from './use-replay-bookmarks';

interface Props {
  mark: Extract<ReplayMark, { kind: 'bookmark' }>;
  /** When it was, as it is written. */
  time: string;
  deeds: BookmarkDeeds;
}

/** What may be done to a moment that is marked: its note, and taking it away. */
export function BookmarkTools({ mark: { id, note }, time, deeds }: Props) {
  const t = useTranslations('review.bookmarks');
  const [noting, setNoting] = useState(false);
  return (
    <span className="flex shrink-0 pr-2">
      <IconButton
        size="sm"
        label={t(note === '' ? 'addNoteOf' : 'changeNoteOf', { time })}
        icon={<Pencil aria-hidden="true" />}
        onClick={() => setNoting(true)}
      />
      <IconButton
        size="sm"
        label={t('removeOf', { time })}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => void deeds.remove(id)}
      />
      <NoteDialog
        note={noting ? note : null}
        onClose={() => setNoting(false)}
        onSave={(typed) => deeds.note(id, typed)}
      />
    </span>
  );
}
