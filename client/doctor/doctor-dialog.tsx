'use client';

import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { Spinner } from '@/client/ui/spinner';
import type { Finding } from '@/protocol/finding';
import { FindingList } from './finding-list';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Has the training measured; null where that cannot be done now. */
  examine(): Promise<readonly Finding[] | null>;
  /** At least one step was made. */
  begun: boolean;
  labelNames?: readonly string[] | undefined;
}

type Answer = { is: 'looking' } | { is: 'unanswered' } | { is: 'said'; findings: readonly Finding[] };

/** A student has asked how the training is doing: it is measured, and what is found is said. */
export function DoctorDialog({ open, onOpenChange, examine, begun, labelNames }: Props) {
  const t = useTranslations('doctor');
  const [answer, setAnswer] = useState<Answer>({ is: 'looking' });
  const measure = useCallback(async () => {
    setAnswer({ is: 'looking' });
    const findings = await examine().catch(() => null);
    setAnswer(findings === null ? { is: 'unanswered' } : { is: 'said', findings });
  }, [examine]);
  useEffect(() => {
    if (open && begun) void measure();
  }, [open, begun, measure]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('dialog')}
      actions={
        begun && (
          <Button disabled={answer.is === 'looking'} onClick={() => void measure()}>
            {t('again')}
          </Button>
        )
      }
    >
      <div
        data-testid="doctor"
        data-state={begun ? answer.is : 'early'}
        className="min-h-32"
        aria-live="polite"
      >
        {!begun ? (
          <Words title={t('early')} text={t('earlyText')} />
        ) : answer.is === 'looking' ? (
          <p className="flex items-center gap-3 text-ink-soft">
            <Spinner label={t('looking')} className="size-5" />
            <span aria-hidden="true">{t('looking')}</span>
          </p>
        ) : answer.is === 'unanswered' ? (
          <p>{t('unanswered')}</p>
        ) : answer.findings.length === 0 ? (
          <Words title={t('well')} text={t('wellText')} />
        ) : (
          <FindingList findings={answer.findings} reader="student" labelNames={labelNames} />
        )}
      </div>
    </Dialog>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <>
      <p className="font-semibold">{title}</p>
      <p className="mt-1 text-ink-soft">{text}</p>
    </>
  );
}
