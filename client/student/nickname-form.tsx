'use client';

import { Dices } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { isLanguage } from '@/client/i18n/languages';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { joinClass } from '@/client/live/join-class';
import { generateNickname } from '@/client/student/generated-nickname';
import { nicknameProblem } from '@/client/student/nickname-problem';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';
import type { RefusalCode } from '@/protocol/refusals';
import { storageTroubleOf } from '@/protocol/storage';

interface Props {
  code: string;
  /** The class has changed meanwhile: look at its door again. */
  onClassRefusal(): void;
}

const FIELD_REFUSALS: ReadonlySet<RefusalCode> = new Set([
  'nickname-invalid',
  'nickname-refused',
  'nickname-reserved',
  'nickname-taken',
]);

/** Under which name to join. What is wrong with it is told at the field; what is wrong with the class, above. */
export function NicknameForm({ code, onClassRefusal }: Props) {
  const t = useTranslations('join');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const locale = useLocale();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [nickname, setNickname] = useState('');
  const [busy, setBusy] = useState(false);
  const [fieldError, setFieldError] = useState<string | undefined>();
  const [failure, setFailure] = useState<string | null>(null);

  const problemText = (typed: string): string | undefined => {
    const problem = nicknameProblem(typed);
    if (problem === null) return undefined;
    if (problem.kind === 'empty') return t('empty');
    if (problem.kind === 'unseen') return t('unseen');
    if (problem.kind === 'too-long') return t('tooLong', { count: problem.count });
    return refusalText('nickname-invalid');
  };
  const stopAt = (message: string) => {
    setFieldError(message);
    field.current?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = problemText(nickname);
    if (problem !== undefined) {
      stopAt(problem);
      return;
    }
    setBusy(true);
    setFailure(null);
    const answer = await joinClass(code, nickname);
    if (answer.ok) {
      // Stays busy: the next page is on its way.
      router.push(`/class/${code}`);
      return;
    }
    setBusy(false);
    if (FIELD_REFUSALS.has(answer.code)) stopAt(refusalText(answer.code));
    else {
      // What the storage is in trouble with is told above, for as long as it lasts.
      if (storageTroubleOf(answer.code) === null)
        setFailure(answer.code === 'not-attached' ? errors('offline') : refusalText(answer.code));
      onClassRefusal();
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      {failure !== null && <Notice tone="error">{failure}</Notice>}
      <TextField
        ref={field}
        size="lg"
        name="nickname"
        label={t('nickname')}
        hint={t('hint')}
        error={fieldError}
        value={nickname}
        maxLength={LIMITS.nicknameUnits}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => {
          setNickname(event.target.value);
          setFieldError(undefined);
        }}
        className="[&>p]:min-h-[3em]"
      />
      <div className="flex flex-col gap-2.5 sm:flex-row-reverse">
        <Button type="submit" look="primary" size="lg" busy={busy} className="sm:flex-1">
          {t('join')}
        </Button>
        <Button
          size="lg"
          icon={<Dices aria-hidden="true" />}
          onClick={() => {
            setNickname(generateNickname(isLanguage(locale) ? locale : 'en', Math.random));
            setFieldError(undefined);
          }}
        >
          {t('generate')}
        </Button>
      </div>
    </form>
  );
}
