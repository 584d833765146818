'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { randomId } from '@/client/live/random-id';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import type { Elements } from '@/client/ui/elements';
import { Form } from '@/client/ui/form';
import { LIMITS } from '@/protocol/limits';
import { isMessage, normaliseMessage } from '@/protocol/message';
import { countGraphemes } from '@/protocol/nickname';
import { MessageField } from './message-field';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  to: 'all' | readonly string[];
  /** To whom, in words. */
  toWords: string;
  onSent?(): void;
  /** Under the field. */
  children?: Elements;
}

/** Writes something to students, which stands on their pages until they put it away. */
export function MessageDialog({ open, onOpenChange, to, toWords, onSent, children }: Props) {
  const t = useTranslations('leading.message');
  const { ask, offlineReason } = useConsole();
  const [typed, setTyped] = useState('');
  // One message however often it is sent: the answer may have been lost.
  const [id, setId] = useState(randomId);
  const [busy, setBusy] = useState(false);
  const text = normaliseMessage(typed);
  const length = countGraphemes(text);
  const tooLong = length > LIMITS.messageGraphemes;
  const problem =
    offlineReason ??
    (text === '' ? t('empty') : isMessage(text) ? undefined : t('tooLong', { count: length }));
  const send = async () => {
    if (problem !== undefined || busy) return;
    setBusy(true);
    const sent = await ask({ type: 'message:send', id, text, to: to === 'all' ? to : [...to] });
    setBusy(false);
    if (!sent) return;
    setTyped('');
    setId(randomId());
    toast.success(t('sent'));
    onOpenChange(false);
    onSent?.();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={toWords}>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <MessageField
          label={t('text')}
          value={typed}
          onChange={setTyped}
          onEnter={() => void send()}
          hint={t('left', { count: length, most: LIMITS.messageGraphemes })}
          error={tooLong ? t('tooLong', { count: length }) : undefined}
        />
        <Button type="submit" look="primary" busy={busy} disabledReason={problem} className="self-end">
          {t('send')}
        </Button>
      </Form>
      {children}
    </Dialog>
  );
}
