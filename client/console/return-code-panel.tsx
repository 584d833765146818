'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { sayToStay } from '@/client/ui/staying-toast';
import { shownReturnCode } from '@/protocol/return-code';
import { useConsole } from './console-context';

interface Props {
  studentId: string;
  /** The room's code, for the address on the other device. */
  code: string;
  name: string;
}

/** A student has lost the place: a code to read out, with which the same student is here again on another device. */
export function ReturnCodePanel({ studentId, code, name }: Props) {
  const t = useTranslations('console.returning');
  const refusalText = useRefusalText();
  const { session, offlineReason } = useConsole();
  const [given, setGiven] = useState<{ returnCode: string; minutes: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const give = async () => {
    setBusy(true);
    const answer = await session.giveReturnCode(studentId);
    setBusy(false);
    if (answer.ok) setGiven({ returnCode: answer.returnCode, minutes: Math.round(answer.lifeMs / 60_000) });
    else sayToStay('error', t('failed'), { description: refusalText(answer.code) });
  };
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface-raised p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">{t('text', { name })}</p>
        <Button
          icon={<KeyRound aria-hidden="true" />}
          busy={busy}
          disabledReason={offlineReason}
          onClick={() => void give()}
        >
          {t(given === null ? 'give' : 'giveAnother')}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {given !== null && (
          <>
            <p
              translate="no"
              data-testid="return-code"
              className="font-display text-2xl font-bold tracking-[0.12em] tabular"
            >
              {shownReturnCode(given.returnCode)}
            </p>
            <p className="mt-1 text-sm">{t('how', { minutes: given.minutes, code })}</p>
          </>
        )}
      </div>
    </section>
  );
}
