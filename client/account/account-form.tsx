'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PASSWORD_LENGTH } from '@/protocol/auth';
import { requestAccount } from './account-request';
import { type AccountTexts, checkAccountForm } from './account-rules';
import { FieldsForm, type FormField } from './fields-form';
import { TEACHER_HOME } from './safe-next';

interface Props {
  kind: 'sign-in' | 'sign-up';
  /** Where to go afterwards; already made safe. */
  next: string;
}

const formOf = ({ name = '', email = '', password = '' }: AccountTexts) => ({ name, email, password });

/** Sign-in and sign-up. */
export function AccountForm({ kind, next }: Props) {
  const t = useTranslations('teach.account');
  const signIn = kind === 'sign-in';
  const name: FormField = { name: 'name', label: t('name'), hint: t('nameHint'), autoComplete: 'name' };
  const credentials: FormField[] = [
    {
      name: 'email',
      label: t('email'),
      hint: signIn ? undefined : t('emailHint'),
      autoComplete: 'username',
    },
    {
      name: 'password',
      label: t('password'),
      hint: signIn ? undefined : t('passwordHint', { least: PASSWORD_LENGTH.min }),
      autoComplete: signIn ? 'current-password' : 'new-password',
    },
  ];
  const query = next === TEACHER_HOME ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <FieldsForm
      fields={signIn ? credentials : [name, ...credentials]}
      check={(texts) => checkAccountForm(formOf(texts), kind)}
      send={(texts) => requestAccount(kind, formOf(texts))}
      onDone={() => {
        // A whole navigation: every server component must be made anew for the teacher who is now signed in.
        window.location.assign(next);
        return true;
      }}
      submit={t(signIn ? 'signIn' : 'createAccount')}
      button={{ size: 'lg' }}
    >
      <p className="text-sm text-ink-soft">
        <span>{t(signIn ? 'noAccount' : 'haveAccount')}</span>{' '}
        <Link
          href={`/teach/sign-${signIn ? 'up' : 'in'}${query}`}
          className="font-semibold text-ink underline underline-offset-[0.2em]"
        >
          {t(signIn ? 'toSignUp' : 'toSignIn')}
        </Link>
      </p>
      {signIn && (
        <p className="border-t border-line pt-4 text-sm text-ink-soft">
          <b className="font-semibold text-ink">{t('forgot')}</b> <span>{t('forgotText')}</span>
          <code
            translate="no"
            className="mt-1.5 block w-fit max-w-full rounded-sm bg-surface-sunken px-1.5 py-0.5 text-ink [overflow-wrap:anywhere]"
          >
            npm run teacher -- reset
          </code>
        </p>
      )}
    </FieldsForm>
  );
}
