'use client';

import { UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { credentialsShelf } from '@/client/live/credentials';
import { Button } from '@/client/ui/button';
import { ANSWER_MS, download } from '@/engine/download/download';
import { type OwnPageLink, ownPageLinkPath, ownPagePath } from '@/protocol/own-page';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';

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
    const answer = await requestLink(code);
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

async function requestLink(code: string): Promise<Answer<OwnPageLink> | 'offline'> {
  const known = credentialsShelf.find(code);
  if (!known) return { ok: false, code: 'not-attached' };
  try {
    const answer = await download(
      ownPageLinkPath(code),
      { headers: { authorization: studentAuthorization(known.credentials) }, cache: 'no-store' },
      { stallMs: ANSWER_MS },
    );
    return (await answer.json()) as Answer<OwnPageLink>;
  } catch {
    return 'offline';
  }
}
