'use client';

import { Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { type OwnPageCode, ownPageCodePath } from '@/protocol/own-page';
import { shownReturnCode } from '@/protocol/return-code';

/** A short code with which the page opens on another device, where nobody can copy a link. */
export function PageCode({ token }: { token: string }) {
  const t = useTranslations('classroom.ownPage.code');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const format = useFormatter();
  const [made, setMade] = useState<{ code: string; until: Date } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [address, setAddress] = useState('/me');
  useEffect(() => setAddress(`${location.host}/me`), []);
  const make = async () => {
    setBusy(true);
    const answer = await askServer<OwnPageCode>('POST', ownPageCodePath(token));
    setBusy(false);
    setProblem(answer === 'offline' ? errors('offline') : answer.ok ? '' : refusalText(answer.code));
    if (answer !== 'offline' && answer.ok)
      setMade({ code: answer.code, until: new Date(Date.now() + answer.lifeMs) });
  };
  return (
    <Card as="section" title={t('title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('text', { address })}</p>
      <div aria-live="polite">
        {made && (
          <p className="mb-3">
            <strong
              translate="no"
              data-testid="page-code"
              className="block font-display text-2xl tracking-[0.12em]"
            >
              {shownReturnCode(made.code)}
            </strong>
            <span className="text-sm text-ink-soft">
              {t('until', { time: format.dateTime(made.until, 'time') })}
            </span>
          </p>
        )}
      </div>
      <Button icon={<Smartphone aria-hidden="true" />} busy={busy} onClick={() => void make()}>
        {t(made ? 'another' : 'make')}
      </Button>
      <p role="alert" className="mt-2 text-sm text-danger empty:hidden">
        {problem}
      </p>
    </Card>
  );
}
