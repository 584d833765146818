'use client';

import { UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { ownPagePath } from '@/protocol/own-page';
import { requestOwnPage } from './own-page-link';

/** The way to the student's own page, by a link that the server gives to the student alone. */
export function OwnPageButton({ code }: { code: string }) {
  const t = useTranslations('classroom.ownPage');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    const answer = await requestOwnPage(code);
    setBusy(false);
    if (answer === 'offline') setProblem(errors('offline'));
    else if (!answer.ok) setProblem(refusalText(answer.code));
    else router.push(ownPagePath(answer.token));
  };
  return (
    <div className="flex flex-col gap-1">
      <Button icon={<UserRound aria-hidden="true" />} busy={busy} onClick={() => void open()}>
        {t('open')}
      </Button>
      <p role="alert" className="max-w-60 text-sm text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
}
