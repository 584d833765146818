'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { sayToStay } from '@/client/ui/staying-toast';
import { requestSessionsEnd } from './account-request';

/** A browser in which a teacher is signed in (server/auth/account-rows, which the browser's side may not import). */
export interface SignedInBrowser {
  sessionId: string;
  device: string;
  since: number;
}

interface Props {
  /** The newest first. */
  browsers: readonly SignedInBrowser[];
  /** The session of this browser. */
  here: string;
}

/** Where a teacher is signed in, each with the way to end it. */
export function SignedInBrowsers({ browsers, here }: Props) {
  const t = useTranslations('account.sessions');
  const problemText = useTranslations('teach.accountProblem');
  const format = useFormatter();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const others = browsers.filter(({ sessionId }) => sessionId !== here);

  const end = async (key: string, which: Parameters<typeof requestSessionsEnd>[0]) => {
    setBusy(key);
    const refused = await requestSessionsEnd(which);
    setBusy(null);
    if (refused === null) {
      toast.success(t('ended'));
      router.refresh();
      return;
    }
    const problem = refused.problems.form ?? 'unknown';
    const seconds = refused.retryAfterSeconds ?? 60;
    sayToStay('error', t('failed'), {
      description: problemText(problem, { seconds, least: 0, most: 0, typed: 0 }),
    });
  };

  return (
    <Card
      as="section"
      title={t('title')}
      actions={
        others.length > 1 && (
          <Button size="sm" busy={busy === 'others'} onClick={() => end('others', { others: true })}>
            {t('endOthers')}
          </Button>
        )
      }
    >
      <ul className="divide-y divide-line">
        {browsers.map(({ sessionId, device, since }) => {
          const name = device === '' ? t('unknown') : device;
          const when = format.dateTime(since, 'moment');
          return (
            <li key={sessionId} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
              <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-semibold">{name}</p>
                <p className="tabular text-sm text-ink-soft">{t('since', { when })}</p>
              </div>
              {sessionId === here ? (
                <Badge tone="ok">{t('here')}</Badge>
              ) : (
                <Button
                  size="sm"
                  busy={busy === sessionId}
                  aria-label={t('endOf', { device: name, when })}
                  onClick={() => end(sessionId, { sessionId })}
                >
                  {t('end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {others.length === 0 && <p className="mt-2 text-sm text-ink-soft">{t('alone')}</p>}
    </Card>
  );
}
