'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import { isPressed } from '@/client/ui/pressed-key';
import { TextField } from '@/client/ui/text-field';
import type { RosterEntry } from '@/protocol/views';
import { useConsole } from './console-context';

/** Gives a student another nickname; a refusal stands at the field. */
export function RenameForm({ student }: { student: RosterEntry }) {
  const t = useTranslations('console.drawer');
  const common = useTranslations('common');
  const refusalText = useRefusalText();
  const { session, offlineReason } = useConsole();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = typed !== null;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open) field.current?.select();
    // Back to where it was asked for.
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (typed === null) {
    return (
      <Button ref={button} disabledReason={offlineReason} onClick={() => setTyped(student.nickname ?? '')}>
        {t('rename')}
      </Button>
    );
  }
  const close = () => {
    setTyped(null);
    setError(undefined);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await session.command({
      type: 'student:rename',
      studentId: student.id,
      nickname: typed,
    });
    if (!answer.ok) {
      setError(refusalText(answer.code));
      field.current?.focus();
      return;
    }
    close();
    toast.success(t('renamed', { name: typed.trim() }));
  };
  return (
    <Form
      onSubmit={save}
      onKeyDown={(event) => {
        if (!isPressed(event, 'Escape')) return;
        // It closes the form, and not the drawer around it.
        event.stopPropagation();
        close();
      }}
      className="flex w-full flex-wrap items-start gap-2"
    >
      <TextField
        ref={field}
        label={t('newName')}
        value={typed}
        error={error}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
        className="min-w-0 flex-1 basis-48"
      />
      <Button type="submit" look="primary" className="mt-7.5">
        {t('save')}
      </Button>
      <Button onClick={close} className="mt-7.5">
        {common('cancel')}
      </Button>
    </Form>
  );
}
