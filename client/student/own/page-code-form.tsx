'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { AppBar } from '@/client/ui/app-bar';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { CodeField } from '@/client/ui/code-field';
import { Form } from '@/client/ui/form';
import { OWN_PAGE_BY_CODE_PATH, type OwnPageLink, ownPagePath } from '@/protocol/own-page';
import { isReturnCode, normaliseReturnCode } from '@/protocol/return-code';

/** Opens a student's own page by the code that the page shows on another device. */
export function PageCodeForm() {
  const t = useTranslations('classroom.ownPage.code');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const code = normaliseReturnCode(typed);
    if (!isReturnCode(code)) {
      setProblem(t(code === '' ? 'empty' : 'incomplete', { count: [...code].length }));
      return;
    }
    setBusy(true);
    const answer = await askServer<OwnPageLink>('POST', OWN_PAGE_BY_CODE_PATH, { code });
    if (answer !== 'offline' && answer.ok) return router.push(ownPagePath(answer.token));
    setBusy(false);
    setProblem(answer === 'offline' ? errors('offline') : refusalText(answer.code));
  };
  return (
    <>
      <AppBar />
      <main id="content" className="page-width grid justify-items-center py-8">
        <Card graphPaper className="w-full max-w-lg">
          <h1 className="text-2xl">{t('openTitle')}</h1>
          <Form noValidate onSubmit={(event) => void open(event)} className="mt-4 flex flex-col gap-4">
            <CodeField
              name="page-code"
              label={t('label')}
              hint={t('hint')}
              error={problem}
              value={typed}
              maxLength={40}
              onChange={(event) => {
                setTyped(event.target.value);
                setProblem(undefined);
              }}
            />
            <Button type="submit" look="primary" size="lg" busy={busy}>
              {t('open')}
            </Button>
          </Form>
        </Card>
      </main>
    </>
  );
}
