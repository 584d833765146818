'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { CodePerceptron } from '@/client/landing/code-perceptron';
import {
  codeLetters,
  type KeyReader,
  needsKeyReader,
  type ReadCode,
  readRoomCode,
} from '@/client/landing/read-room-code';
import { Button } from '@/client/ui/button';
import { CodeField } from '@/client/ui/code-field';
import { mediaMatches } from '@/client/ui/media';
import { LIMITS } from '@/protocol/limits';

/** What is wrong already while typing: an impossible sign, or too many. Too few is not wrong yet. */
function wrongSoFar(read: ReadCode): boolean {
  return (
    read.kind === 'letter' ||
    read.kind === 'keyboard' ||
    (read.kind === 'length' && read.count > LIMITS.codeLength)
  );
}

/** The way in: a room code, drawn as the inputs of a perceptron whose output is the button. */
export function JoinForm() {
  const t = useTranslations('landing');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [composing, setComposing] = useState(false);
  const [asked, setAsked] = useState(false);
  const [pending, start] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const { readKeys, reading } = useKeyReader(typed);
  const read = readRoomCode(typed, readKeys);

  useEffect(() => {
    // With a mouse and keyboard the code can be typed at once; on a phone this would throw the keyboard up.
    if (mediaMatches('(pointer: fine)')) field.current?.focus({ preventScroll: true });
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.kind === 'code') {
      start(() => router.push(`/join/${read.code}`));
      return;
    }
    setAsked(true);
    field.current?.focus();
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col items-stretch">
      <CodeField
        ref={field}
        name="code"
        label={t('codeLabel')}
        hint={
          read.kind === 'code' && read.keyboard ? t('codeKeyboardRead', { code: read.code }) : t('codeHint')
        }
        error={!composing && !reading && (asked || wrongSoFar(read)) ? message(read, t) : undefined}
        value={typed}
        maxLength={500}
        onChange={(event) => {
          setTyped(event.target.value);
          setAsked(false);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        inputClassName="text-center text-xl"
        className="[&>p]:min-h-[2lh]"
      />
      <CodePerceptron letters={codeLetters(typed, readKeys)} />
      <Button type="submit" look="primary" size="lg" busy={pending} className="w-full">
        {t('join')}
      </Button>
    </form>
  );
}

/** What reads letters of another script; few need it, so it comes when the first such letter does. */
function useKeyReader(typed: string): { readKeys: KeyReader | undefined; reading: boolean } {
  const [readKeys, setReadKeys] = useState<KeyReader | undefined>();
  const needed = needsKeyReader(typed) && readKeys === undefined;
  useEffect(() => {
    if (!needed) return;
    const given = (reader: KeyReader) => setReadKeys(() => reader);
    // Without it the person is asked to switch, which is right, too.
    import('@/client/landing/other-keyboards')
      .then((module) => given(module.readKeys))
      .catch(() => given(() => null));
  }, [needed]);
  return { readKeys, reading: needed };
}

function message(read: ReadCode, t: ReturnType<typeof useTranslations<'landing'>>): string | undefined {
  switch (read.kind) {
    case 'code':
      return undefined;
    case 'empty':
      return t('codeEmpty');
    case 'keyboard':
      return t('codeKeyboard');
    case 'letter':
      return t('codeLetter', { letter: read.letter });
    case 'length':
      return t('codeLength', { count: read.count });
  }
}
