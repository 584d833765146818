'use client';

import Link from 'next/link';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { requestAccount } from '@/client/teacher/account-request';
import {
  type AccountField,
  type AccountForm as AccountFormTexts,
  type AccountProblem,
  type AccountProblems,
  checkAccountForm,
  passwordLength,
} from '@/client/teacher/account-rules';
import { TEACHER_HOME } from '@/client/teacher/safe-next';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { TextField } from '@/client/ui/text-field';
import { PASSWORD_LENGTH, TEACHER_NAME_LENGTH } from '@/protocol/auth';

interface Props {
  kind: 'sign-in' | 'sign-up';
  /** Where to go afterwards; already made safe. */
  next: string;
}

const FIELDS: Record<Props['kind'], readonly AccountField[]> = {
  'sign-in': ['email', 'password'],
  'sign-up': ['name', 'email', 'password'],
};
const INPUT = {
  name: { type: 'text', autoComplete: 'name' },
  email: { type: 'email', autoComplete: 'username' },
} as const;

/** Sign-in and sign-up: what was typed stays through every error, and the first wrong field gets the focus. */
export function AccountForm({ kind, next }: Props) {
  const t = useTranslations('teach.account');
  const problemText = useTranslations('teach.accountProblem');
  const [form, setForm] = useState<AccountFormTexts>({ name: '', email: '', password: '' });
  const [problems, setProblems] = useState<AccountProblems>({});
  const [shown, setShown] = useState(false);
  const [wait, setWait] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const fields = FIELDS[kind];

  const say = (problem: AccountProblem | undefined) =>
    problem &&
    problemText(problem, {
      least: PASSWORD_LENGTH.min,
      most: problem === 'nameLong' ? TEACHER_NAME_LENGTH : PASSWORD_LENGTH.max,
      typed: passwordLength(form.password),
      seconds: wait ?? 60,
    });

  const show = (found: AccountProblems) => {
    setProblems(found);
    const wrong = fields.find((field) => found[field]) ?? (found.form ? 'password' : undefined);
    if (wrong) formRef.current?.querySelector<HTMLInputElement>(`input[name="${wrong}"]`)?.focus();
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = checkAccountForm(form, kind);
    if (Object.keys(found).length > 0) return show(found);
    setBusy(true);
    setProblems({});
    const refused = await requestAccount(kind, form);
    if (refused === null) {
      // A whole navigation: every server component must be made anew for the teacher who is now signed in.
      window.location.assign(next);
      return;
    }
    setBusy(false);
    setWait(refused.retryAfterSeconds);
    show(refused.problems);
  };

  const hints: Partial<Record<AccountField, string>> =
    kind === 'sign-in'
      ? {}
      : {
          name: t('nameHint'),
          email: t('emailHint'),
          password: t('passwordHint', { least: PASSWORD_LENGTH.min }),
        };
  const query = next === TEACHER_HOME ? '' : `?next=${encodeURIComponent(next)}`;

  return (
    <form ref={formRef} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {fields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t(field)}
          value={form[field]}
          required
          {...(field === 'password'
            ? {
                type: shown ? 'text' : 'password',
                autoComplete: kind === 'sign-in' ? 'current-password' : 'new-password',
              }
            : INPUT[field])}
          autoCapitalize="none"
          spellCheck={false}
          hint={hints[field]}
          error={say(problems[field])}
          onChange={(event) => {
            setForm({ ...form, [field]: event.target.value });
            setProblems({ ...problems, [field]: undefined });
          }}
        />
      ))}
      <Checkbox label={t('show')} checked={shown} onChange={setShown} className="-mt-3 self-start" />
      <div role="alert" className="empty:hidden">
        {problems.form && (
          <p className="rounded-md border border-danger bg-danger-soft px-4 py-3 text-sm font-medium text-ink">
            {say(problems.form)}
          </p>
        )}
      </div>
      <Button type="submit" look="primary" size="lg" busy={busy}>
        {t(kind === 'sign-in' ? 'signIn' : 'createAccount')}
      </Button>
      <p className="text-sm text-ink-soft">
        <span>{t(kind === 'sign-in' ? 'noAccount' : 'haveAccount')}</span>{' '}
        <Link
          href={`/teach/sign-${kind === 'sign-in' ? 'up' : 'in'}${query}`}
          className="font-semibold text-ink underline underline-offset-[0.2em]"
        >
          {t(kind === 'sign-in' ? 'toSignUp' : 'toSignIn')}
        </Link>
      </p>
    </form>
  );
}
