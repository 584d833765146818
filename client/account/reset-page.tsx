'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LinkButton } from '@/client/ui/link-button';
import { PASSWORD_LENGTH } from '@/protocol/auth';
import { requestReset } from './account-request';
import { checkFields } from './account-rules';
import { FieldsForm } from './fields-form';
import { SheetPage } from './sheet-page';

interface Props {
  token: string;
  /** Whose password the link sets; null: it no longer works. */
  email: string | null;
}

/** Behind an operator's link: a forgotten password is chosen anew. */
export function ResetPage({ token, email }: Props) {
  const t = useTranslations('account.reset');
  const account = useTranslations('teach.account');
  const [done, setDone] = useState(false);
  const toSignIn = (
    <LinkButton look="primary" size="lg" href="/teach/sign-in" prefetch={false}>
      {account('toSignIn')}
    </LinkButton>
  );
  if (done) {
    return (
      <SheetPage title={t('doneTitle')} lead={<span role="status">{t('doneText')}</span>}>
        {toSignIn}
      </SheetPage>
    );
  }
  if (email === null) {
    return (
      <SheetPage title={t('badTitle')} lead={t('badText')}>
        {toSignIn}
      </SheetPage>
    );
  }
  return (
    <SheetPage title={t('title')} lead={t('lead', { email })}>
      <FieldsForm
        fields={[
          {
            name: 'password',
            label: t('password'),
            hint: account('passwordHint', { least: PASSWORD_LENGTH.min }),
            autoComplete: 'new-password',
          },
        ]}
        check={({ password = '' }) => checkFields({ password })}
        send={({ password = '' }) => requestReset(token, password)}
        onDone={() => {
          setDone(true);
          return true;
        }}
        submit={t('submit')}
        button={{ size: 'lg' }}
      />
    </SheetPage>
  );
}
