'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { Form } from '@/client/ui/form';
import { sayToStay } from '@/client/ui/staying-toast';
import { TextField } from '@/client/ui/text-field';
import type { ClassOwner } from '@/protocol/owners';
import { requestOwner, requestOwnerGone } from './owners-request';

interface Props {
  /** Of the owners of a class or of a group. */
  path: string;
  /** Whose it is: of a group it is told that its lessons go along. */
  of?: 'class' | 'group';
  owners: readonly ClassOwner[];
}

/** Whose class or group it is, and the way to share it or to give it away. */
export function OwnersCard({ path, of = 'class', owners: given }: Props) {
  const t = useTranslations('review.owners');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [owners, setOwners] = useState(given);
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState<ClassOwner | null>(null);
  const leave = of === 'group' ? 'leaveGroup' : 'leave';
  const say = (code: string) => (code === 'offline' ? errors('offline') : refusalText(code));

  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (email.trim() === '') {
      setError(t('empty'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    const answer = await requestOwner(path, email);
    setBusy(false);
    if (!answer.ok) {
      setError(say(answer.code));
      field.current?.focus();
      return;
    }
    setOwners(answer.owners ?? owners);
    setEmail('');
    toast.success(t('added', { email: email.trim() }));
  };

  const remove = async (owner: ClassOwner) => {
    const answer = await requestOwnerGone(path, owner.id);
    if (!answer.ok) {
      sayToStay('error', t('failed'), { description: say(answer.code) });
      return;
    }
    if (owner.you) {
      router.push(of === 'group' ? '/teach' : '/review');
      router.refresh();
      return;
    }
    setOwners(owners.filter(({ id }) => id !== owner.id));
    toast.success(t('removed', { email: owner.email }));
  };

  return (
    <Card as="section" id="owners" title={t('title')}>
      <p className="mb-2 max-w-3xl text-sm text-ink-soft">{t(of === 'group' ? 'groupText' : 'text')}</p>
      <ul className="divide-y divide-line">
        {owners.map((owner) => (
          <li key={owner.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 py-1.5">
            <span translate="no" className="min-w-0 flex-1 basis-52 font-semibold [overflow-wrap:anywhere]">
              {owner.email}
            </span>
            {owner.you && <Badge tone="accent">{t('you')}</Badge>}
            {owners.length > 1 && (
              <Button
                size="sm"
                aria-label={owner.you ? undefined : t('removeOf', { email: owner.email })}
                onClick={() => setLeaving(owner)}
              >
                {t(owner.you ? leave : 'remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Form
        onSubmit={(event) => void add(event)}
        noValidate
        className="mt-3 flex flex-wrap items-start gap-2"
      >
        <TextField
          ref={field}
          type="email"
          name="owner"
          autoComplete="off"
          label={t('email')}
          value={email}
          error={error}
          onChange={(event) => {
            setEmail(event.target.value);
            setError(undefined);
          }}
          className="min-w-0 max-w-md flex-1 basis-60"
        />
        <Button type="submit" busy={busy} className="mt-6.5">
          {t('add')}
        </Button>
      </Form>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => open || setLeaving(null)}
        title={
          leaving?.you
            ? t(of === 'group' ? 'leaveGroupTitle' : 'leaveTitle')
            : t('removeTitle', { email: leaving?.email ?? '' })
        }
        description={t(leaving?.you ? 'leaveText' : 'removeText')}
        confirmLabel={t(leaving?.you ? leave : 'remove')}
        danger
        onConfirm={async () => {
          if (leaving) await remove(leaving);
        }}
      />
    </Card>
  );
}
