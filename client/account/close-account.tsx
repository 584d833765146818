'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Dialog } from '@/client/ui/dialog';
import { requestClosing } from './account-request';
import { type AccountProblems, checkFields } from './account-rules';
import { FieldsForm } from './fields-form';

interface Props {
  email: string;
  /** Classes that go with the account, and those that stay with another owner. */
  classCount: number;
  sharedCount: number;
}

/** The end of an account: says what goes with it, and asks twice. */
export function CloseAccount({ email, classCount, sharedCount }: Props) {
  const t = useTranslations('account.close');
  const own = useTranslations('account.own');
  const [open, setOpen] = useState(false);
  const goes = t('text', { count: classCount });
  const stays = sharedCount > 0 ? t('shared', { count: sharedCount }) : '';
  const check = (confirm: string, current: string): AccountProblems =>
    confirm.normalize('NFKC').trim().toLowerCase() === email
      ? checkFields({ current })
      : { confirm: 'notConfirmed' };
  return (
    <Card as="section" title={t('title')}>
      <p className="max-w-3xl text-sm text-ink-soft">
        <span>{goes}</span> <span>{stays}</span> <span>{classCount > 0 ? t('handOver') : ''}</span>
      </p>
      <Button className="mt-4 not-aria-disabled:text-danger!" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('question')} description={`${goes} ${stays}`}>
        <p className="mb-5 font-semibold">{t('warning')}</p>
        <FieldsForm
          fields={[
            { name: 'confirm', label: t('confirm', { email }), autoComplete: 'off' },
            { name: 'current', label: own('current'), autoComplete: 'current-password' },
          ]}
          check={({ confirm = '', current = '' }) => check(confirm, current)}
          send={({ confirm = '', current = '' }) => requestClosing(confirm, current)}
          onDone={() => {
            window.location.assign('/');
            return true;
          }}
          submit={t('submit')}
          button={{ look: 'danger' }}
        />
      </Dialog>
    </Card>
  );
}
