'use client';

import { type SubmitEvent, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';
import { normaliseTeam } from '@/protocol/team';

interface Props {
  /** The name that stands there first. */
  first: string;
  /** Students of the team. */
  ids: readonly string[];
  onDone(): void;
}

/** How a team is called. */
export function TeamForm({ first, ids, onDone }: Props) {
  const t = useTranslations('console.teams');
  const { ask, offlineReason } = useConsole();
  const [typed, setTyped] = useState(first);
  const [busy, setBusy] = useState(false);
  const name = normaliseTeam(typed);
  const problem = offlineReason ?? (name === null ? t('nameless') : undefined);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (problem !== undefined || busy) return;
    setBusy(true);
    const done = await ask({ type: 'team:put', studentIds: [...ids], team: name });
    setBusy(false);
    if (!done) return;
    toast.success(t('made', { name: name ?? '', count: ids.length }));
    onDone();
  };
  return (
    <Form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={typed}
        maxLength={LIMITS.teamNameUnits}
        autoComplete="off"
        data-first-focus
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="primary" busy={busy} disabledReason={problem} className="self-end">
        {t('save')}
      </Button>
    </Form>
  );
}
