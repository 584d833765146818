'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import type { Elements } from '@/client/ui/elements';
import { Form } from '@/client/ui/form';
import { TextField } from '@/client/ui/text-field';
import { PASSWORD_LENGTH, TEACHER_NAME_LENGTH } from '@/protocol/auth';
import type { AccountRefusal } from './account-request';
import {
  type AccountField,
  type AccountProblem,
  type AccountProblems,
  type AccountTexts,
  passwordLength,
} from './account-rules';

export interface FormField {
  name: AccountField;
  label: string;
  hint?: string | undefined;
  autoComplete: string;
}

interface Props {
  fields: readonly FormField[];
  initial?: AccountTexts;
  /** What is wrong with what was typed, before the server is asked. */
  check(texts: AccountTexts): AccountProblems;
  /** Null: done. */
  send(texts: AccountTexts): Promise<AccountRefusal | null>;
  /** True: another page is on its way, and the button stays busy; otherwise passwords are emptied. */
  onDone(texts: AccountTexts): boolean;
  submit: string;
  button?: Pick<ButtonProps, 'look' | 'size'>;
  /** Under the button. */
  children?: Elements;
}

const PASSWORDS: readonly AccountField[] = ['current', 'password'];
const TYPES: Partial<Record<AccountField, string>> = { email: 'email', confirm: 'email' };

/** A form about an account: what was typed stays through every error, and the first wrong field gets the focus. */
export function FieldsForm({ fields, initial, check, send, onDone, submit, button, children }: Props) {
  const t = useTranslations('teach.account');
  const problemText = useTranslations('teach.accountProblem');
  const [texts, setTexts] = useState<AccountTexts>(initial ?? {});
  const [problems, setProblems] = useState<AccountProblems>({});
  const [shown, setShown] = useState(false);
  const [wait, setWait] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);

  const say = (problem: AccountProblem | undefined) =>
    problem &&
    problemText(problem, {
      least: PASSWORD_LENGTH.min,
      most: problem === 'nameLong' ? TEACHER_NAME_LENGTH : PASSWORD_LENGTH.max,
      typed: passwordLength(texts.password ?? ''),
      seconds: wait ?? 60,
    });

  const show = (found: AccountProblems) => {
    setProblems(found);
    const names = fields.map(({ name }) => name);
    const wrong = names.find((name) => found[name]) ?? (found.form ? names.at(-1) : undefined);
    if (wrong) formRef.current?.querySelector<HTMLInputElement>(`input[name="${wrong}"]`)?.focus();
  };

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = check(texts);
    if (Object.keys(found).length > 0) return show(found);
    setBusy(true);
    setProblems({});
    const refused = await send(texts);
    if (refused === null) {
      if (onDone(texts)) return;
      setTexts({ ...texts, ...Object.fromEntries(PASSWORDS.map((name) => [name, ''])) });
      setBusy(false);
      return;
    }
    setBusy(false);
    setWait(refused.retryAfterSeconds);
    show(refused.problems);
  };

  const hasPassword = fields.some(({ name }) => PASSWORDS.includes(name));
  return (
    <Form ref={formRef} onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
      {fields.map(({ name, label, hint, autoComplete }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          value={texts[name] ?? ''}
          required
          type={PASSWORDS.includes(name) ? (shown ? 'text' : 'password') : (TYPES[name] ?? 'text')}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          hint={hint}
          error={say(problems[name])}
          onChange={(event) => {
            const typed = event.target.value;
            setTexts((others) => ({ ...others, [name]: typed }));
            setProblems((others) => ({ ...others, [name]: undefined }));
          }}
        />
      ))}
      {hasPassword && (
        <Checkbox label={t('show')} checked={shown} onChange={setShown} className="-mt-3 self-start" />
      )}
      <div role="alert" className="empty:hidden">
        {problems.form && (
          <p className="rounded-md border border-danger bg-danger-soft px-4 py-3 text-sm font-medium text-ink">
            {say(problems.form)}
          </p>
        )}
      </div>
      <Button
        type="submit"
        look="primary"
        busy={busy}
        {...button}
        className={button?.size === 'lg' ? undefined : 'self-start'}
      >
        {submit}
      </Button>
      {children}
    </Form>
  );
}
