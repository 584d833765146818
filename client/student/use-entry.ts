'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { Answer, RefusalCode } from '@/protocol/refusals';

/** One field by which somebody gets into a class: what is wrong with what was typed is told there, anything else above. */
export function useEntry(code: string) {
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fieldError, setFieldError] = useState<string | undefined>();
  const [failure, setFailure] = useState<string | null>(null);
  return {
    field,
    busy,
    fieldError,
    failure,
    /** Says at the field why it does not go on. */
    stopAt(message: string): void {
      setFieldError(message);
      field.current?.focus();
    },
    /** Something else is typed: what was wrong is so no more. */
    changed(): void {
      setFieldError(undefined);
    },
    /** Asks to be let in, and goes there. @returns why not; null where it is on the way */
    async enter(ask: () => Promise<Answer>): Promise<RefusalCode | null> {
      setBusy(true);
      setFailure(null);
      const answer = await ask();
      if (answer.ok) {
        // Stays busy: the next page is on its way.
        router.push(`/class/${code}`);
        return null;
      }
      setBusy(false);
      return answer.code;
    },
    /** Says above the field why it does not go on. */
    fail(refusal: RefusalCode): void {
      setFailure(refusal === 'not-attached' ? errors('offline') : refusalText(refusal));
    },
  };
}
