'use client';

import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CONSOLE_KEYS } from '@/client/console/keys/console-keys';
import { useConsoleKey } from '@/client/console/keys/use-console-key';
import { randomId } from '@/client/live/random-id';
import { NoteDialog } from '@/client/review/bookmarks/note-dialog';
import { Button } from '@/client/ui/button';

/** Milliseconds in which a note is one tap away. */
const NOTE_MS = 10_000;

interface Props {
  /** A picture alone. */
  small?: boolean;
  className?: string;
}

/** Marks this moment of the class, by its button or by a key; the note may come afterwards. */
export function MarkMoment({ small = false, className }: Props) {
  const t = useTranslations('console.bookmarks');
  const format = useFormatter();
  const { ask, serverNow, offlineReason } = useConsole();
  const [noting, setNoting] = useState<string | null>(null);
  const mark = async () => {
    const bookmarkId = randomId();
    const time = format.dateTime(serverNow(), 'time');
    if (!(await ask({ type: 'bookmark:add', bookmarkId, note: '' }))) return;
    toast.success(t('marked', { time }), {
      duration: NOTE_MS,
      action: { label: t('addNote'), onClick: () => setNoting(bookmarkId) },
    });
  };
  useConsoleKey('bookmark', () => {
    if (offlineReason === undefined) void mark();
  });
  return (
    <>
      <Button
        look={small ? 'quiet' : 'secondary'}
        icon={<BookmarkPlus aria-hidden="true" />}
        aria-keyshortcuts={CONSOLE_KEYS.bookmark}
        title={t('markHint')}
        disabledReason={offlineReason}
        onClick={() => void mark()}
        className={className}
      >
        <span className={small ? 'sr-only' : undefined}>{t('mark')}</span>
      </Button>
      <NoteDialog
        note={noting === null ? null : ''}
        onClose={() => setNoting(null)}
        onSave={async (note) => noting !== null && ask({ type: 'bookmark:note', bookmarkId: noting, note })}
      />
    </>
  );
}
