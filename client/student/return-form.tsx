'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { comeBack } from '@/client/live/join-class';
import { Button } from '@/client/ui/button';
import { CodeField } from '@/client/ui/code-field';
import { Form } from '@/client/ui/form';
import { Notice } from '@/client/ui/notice';
import { isReturnCode, normaliseReturnCode } from '@/protocol/return-code';
import { useEntry } from './use-entry';

/** For a student who was in this class on another device, or whose browser has forgotten it: the teacher has a code. */
export function ReturnForm({ code }: { code: string }) {
  const t = useTranslations('join.returning');
  const refusalText = useRefusalText();
  const { field, busy, fieldError, failure, stopAt, changed, enter, fail } = useEntry(code);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const returnCode = normaliseReturnCode(typed);
    if (returnCode === '') return stopAt(t('empty'));
    if (!isReturnCode(returnCode)) return stopAt(t('incomplete', { count: [...returnCode].length }));
    const refusal = await enter(() => comeBack(code, typed));
    if (refusal === 'return-code-wrong') stopAt(refusalText(refusal));
    else if (refusal !== null) fail(refusal);
  };

  if (!open) {
    return (
      <Button look="quiet" className="self-start" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-4 border-t border-line pt-5"
    >
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="error">{failure}</Notice>}
      </div>
      <CodeField
        ref={field}
        autoFocus
        name="return-code"
        label={t('label')}
        hint={t('hint')}
        error={fieldError}
        value={typed}
        maxLength={40}
        onChange={(event) => {
          setTyped(event.target.value);
          changed();
        }}
      />
      <Button type="submit" size="lg" busy={busy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
