'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { CodeField } from '@/client/ui/code-field';
import { Form } from '@/client/ui/form';
import { mediaMatches } from '@/client/ui/media';
import { ROOM_CODE_LENGTH } from '@/protocol/room-code';
import { CodePerceptron } from './code-perceptron';
import { codeLetters, needsUnderstanding, type ReadCode, readRoomCode } from './read-room-code';

/** What is wrong already while typing: an impossible sign, or too many. Too few is not wrong yet. */
function wrongSoFar(read: ReadCode): boolean {
  return (
    read.kind === 'letter' ||
    read.kind === 'keyboard' ||
    (read.kind === 'length' && read.count > ROOM_CODE_LENGTH)
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
  const { text, pending: understanding } = useUnderstood(typed);
  const read = readRoomCode(text);
  const fromKeys = text !== typed && !typed.includes('/');

  useEffect(() => {
    // With a mouse and keyboard the code can be typed at once; on a phone this would throw the keyboard up.
    if (mediaMatches('(pointer: fine)')) field.current?.focus({ preventScroll: true });
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const meant = needsUnderstanding(typed) ? readRoomCode((await loadUnderstanding())(typed)) : read;
    if (meant.kind === 'code') {
      start(() => router.push(`/join/${meant.code}`));
      return;
    }
    setAsked(true);
    field.current?.focus();
  };

  return (
    <Form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col items-stretch">
      <CodeField
        ref={field}
        name="code"
        label={t('codeLabel')}
        hint={read.kind === 'code' && fromKeys ? t('codeKeyboardRead', { code: read.code }) : t('codeHint')}
        error={!composing && !understanding && (asked || wrongSoFar(read)) ? message(read, t) : undefined}
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
      <CodePerceptron letters={codeLetters(text ?? typed)} />
      <Button type="submit" look="primary" size="lg" busy={pending} className="w-full">
        {t('join')}
      </Button>
    </Form>
  );
}

type Understand = (typed: string) => string | null;

/** Comes when it is first needed; without it the person is asked to switch the keyboard, which is right, too. */
const loadUnderstanding = (): Promise<Understand> =>
  import('./understand-typed').then(
    ({ understandTyped }) => understandTyped,
    () => () => null,
  );

/** What was typed, understood; null where it leaves a doubt. `pending`: not yet. */
function useUnderstood(typed: string): { text: string | null; pending: boolean } {
  const [understand, setUnderstand] = useState<Understand | undefined>();
  const needed = needsUnderstanding(typed);
  useEffect(() => {
    if (needed) void loadUnderstanding().then((loaded) => setUnderstand(() => loaded));
  }, [needed]);
  if (!needed) return { text: typed, pending: false };
  return understand ? { text: understand(typed), pending: false } : { text: typed, pending: true };
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
