'use client';

import { Dices } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { deviceMark } from '@/client/live/device-mark';
import { joinClass } from '@/client/live/join-class';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import { Notice } from '@/client/ui/notice';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';
import type { RefusalCode } from '@/protocol/refusals';
import { storageTroubleOf } from '@/protocol/storage';
import { generateNickname } from './generated-nickname';
import { nicknameProblem } from './nickname-problem';
import { useEntry } from './use-entry';

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
  const refusalText = useRefusalText();
  const { field, busy, fieldError, failure, stopAt, changed, enter, fail } = useEntry(code);
  const [nickname, setNickname] = useState('');
  /** The suggestion that was taken as it was, and those of them that somebody else has. */
  const [suggested, setSuggested] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());

  const problemText = (typed: string): string | undefined => {
    const problem = nicknameProblem(typed);
    if (problem === null) return undefined;
    if (problem.kind === 'empty') return t('empty');
    if (problem.kind === 'unseen') return t('unseen');
    if (problem.kind === 'too-long') return t('tooLong', { count: problem.count });
    return refusalText('nickname-invalid');
  };

  const suggest = (without: ReadonlySet<string>) => {
    const drawn = generateNickname(t, Math.random, without);
    setNickname(drawn);
    setSuggested(drawn);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = problemText(nickname);
    if (problem !== undefined) {
      stopAt(problem);
      return;
    }
    const refusal = await enter(() => joinClass(code, nickname));
    if (refusal === null) return;
    if (refusal === 'nickname-taken' && nickname === suggested) {
      const all = new Set([...taken, nickname]);
      setTaken(all);
      suggest(all);
      stopAt(t('takenSuggested'));
    } else if (FIELD_REFUSALS.has(refusal)) stopAt(refusalText(refusal));
    else {
      // What the storage is in trouble with is told above, for as long as it lasts.
      if (storageTroubleOf(refusal) === null) fail(refusal);
      onClassRefusal();
    }
  };

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      // What joining asks the server for besides is there by the time that a name is typed.
      onFocus={() => void deviceMark()}
      noValidate
      className="flex flex-col gap-4"
    >
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
          changed();
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
            suggest(taken);
            changed();
          }}
        >
          {t('generate')}
        </Button>
      </div>
    </Form>
  );
}
