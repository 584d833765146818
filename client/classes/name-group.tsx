'use client';

import { type SubmitEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { TextField } from '@/client/ui/text-field';
import { isGroupName, normaliseGroupName } from '@/protocol/groups';
import { LIMITS } from '@/protocol/limits';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** As it is now; empty: there is none yet. */
  name?: string;
  submitLabel: string;
  /** Gives the group the name. Resolves with what is wrong, or null. */
  onSubmit(name: string): Promise<string | null>;
}

/** A group's name, when it is made or later. */
export function NameGroup({ open, onOpenChange, title, name = '', submitLabel, onSubmit }: Props) {
  const t = useTranslations('teach.groups');
  const common = useTranslations('common');
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const stopAt = (problem: string) => {
    setError(problem);
    field.current?.focus();
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const wanted = normaliseGroupName(typed ?? name);
    if (wanted === '') return stopAt(t('nameMissing'));
    if (!isGroupName(wanted)) return stopAt(t('nameLong', { most: LIMITS.groupNameGraphemes }));
    setBusy(true);
    const problem = await onSubmit(wanted);
    setBusy(false);
    if (problem !== null) return stopAt(problem);
    close(false);
  };
  const close = (next: boolean) => {
    onOpenChange(next);
    setTyped(null);
    setError(undefined);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={title}
      actions={
        <>
          <Button onClick={() => close(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          ref={field}
          name="group"
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="off"
          value={typed ?? name}
          error={error}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(undefined);
          }}
        />
      </Form>
    </Dialog>
  );
}
