'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PlaygroundBench } from '@/client/benches/playground/model/use-bench-model';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { TextField } from '@/client/ui/text-field';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  openLink: PlaygroundBench['openLink'];
}

/** A field for a whole link: of this lab, of a lesson, or of the TensorFlow Playground. */
export function OpenLinkDialog({ open, onOpenChange, openLink }: Props) {
  const t = useTranslations('playground');
  const form = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<ReturnType<PlaygroundBench['openLink']>>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = openLink(text);
    setFault(wrong);
    if (wrong) return;
    setText('');
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('open.title')}
      description={t('open.text')}
      actions={
        <Button type="submit" form={form} look="primary">
          {t('open.button')}
        </Button>
      }
    >
      <Form id={form} onSubmit={submit} noValidate>
        <TextField
          label={t('open.field')}
          hint={t('open.hint')}
          error={fault ? t(`open.${fault}`) : undefined}
          value={text}
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
        />
      </Form>
    </Dialog>
  );
}
