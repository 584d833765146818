'use client';

import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoteDialog } from '@/client/review/bookmarks/note-dialog';
import { Button } from '@/client/ui/button';
import { usePageKey } from '@/client/ui/use-page-key';

/** The same as on the console. */
const KEY = 'b';

interface Props {
  /** The moment that is shown. */
  at: number;
  /** Nothing plays on while a note is written. */
  onStop(): void;
  /** True: it is marked. */
  onMark(at: number, note: string): Promise<boolean>;
}

/** Marks the moment that is shown, with a few words, by its button or by a key. */
export function MarkHere({ at, onStop, onMark }: Props) {
  const t = useTranslations('review.replay');
  const [marked, setMarked] = useState<number | null>(null);
  const begin = () => {
    onStop();
    setMarked(at);
  };
  usePageKey(KEY, begin);
  return (
    <>
      <Button
        icon={<BookmarkPlus aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-keyshortcuts={KEY}
        title={t('markHint')}
        onClick={begin}
      >
        {t('markHere')}
      </Button>
      <NoteDialog
        note={marked === null ? null : ''}
        onClose={() => setMarked(null)}
        onSave={async (note) => marked !== null && onMark(marked, note)}
      />
    </>
  );
}
