'use client';

import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { TextField } from '@/client/ui/text-field';
import { ASSISTANT_ROLES, type AssistantRole, LINK_ENDS, type LinkEnd } from '@/protocol/assistants';
import { LIMITS } from '@/protocol/limits';

interface Props {
  open: boolean;
  onClose(): void;
  /** When it ends if nothing else is chosen. */
  usualEnd: LinkEnd;
  onMake(name: string, role: AssistantRole, until: LinkEnd): Promise<void>;
}

/** For whom a link is, and what it lets them do. */
export function MakeLinkDialog({ open, onClose, usualEnd, onMake }: Props) {
  const t = useTranslations('console.assistants');
  return (
    <Dialog open={open} onOpenChange={(next) => next || onClose()} title={t('makeTitle')}>
      {open && <MakeLinkForm onClose={onClose} usualEnd={usualEnd} onMake={onMake} />}
    </Dialog>
  );
}

function MakeLinkForm({ onClose, usualEnd, onMake }: Omit<Props, 'open'>) {
  const t = useTranslations('console.assistants');
  const common = useTranslations('common');
  const [name, setName] = useState('');
  const [role, setRole] = useState<AssistantRole>('help');
  const [until, setUntil] = useState(usualEnd);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onMake(name, role, until);
    setBusy(false);
  };
  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        data-first-focus
        label={t('name')}
        hint={t('nameHint')}
        value={name}
        maxLength={LIMITS.assistantNameUnits}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <div>
        <SegmentedControl
          label={t('may')}
          labelVisible
          value={role}
          onChange={setRole}
          segments={ASSISTANT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <p role="status" className="mt-2 min-h-10 text-sm text-ink-soft">
          {t(`roleText.${role}`)}
        </p>
      </div>
      <SelectField
        label={t('ends')}
        value={until}
        onChange={setUntil}
        choices={LINK_ENDS.map((value) => ({ value, label: t(`until.${value}`) }))}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('make')}
        </Button>
      </div>
    </Form>
  );
}
