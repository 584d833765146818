'use client';

import { type SubmitEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';

interface Props {
  /** What stands there now; null: closed. */
  note: string | null;
  onClose(): void;
  /** True: it is kept, and the dialog closes. */
  onSave(note: string): Promise<boolean>;
}

/** What a marked moment was, in a few words. */
export function NoteDialog({ note, onClose, onSave }: Props) {
  const t = useTranslations('review.bookmarks');
  return (
    <Dialog open={note !== null} onOpenChange={(open) => open || onClose()} title={t('noteTitle')}>
      {note !== null && <NoteForm note={note} onClose={onClose} onSave={onSave} />}
    </Dialog>
  );
}

function NoteForm({ note, onClose, onSave }: Props & { note: string }) {
  const t = useTranslations('review.bookmarks');
  const common = useTranslations('common');
  const [typed, setTyped] = useState(note);
  const [busy, setBusy] = useState(false);
  const form = useId();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const kept = await onSave(typed);
    setBusy(false);
    if (kept) onClose();
  };
  return (
    <Form id={form} onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        value={typed}
        data-first-focus
        maxLength={LIMITS.bookmarkNoteUnits}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
