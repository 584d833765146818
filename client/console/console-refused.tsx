'use client';

import { useTranslations } from 'use-intl';
import { signInPath } from '@/client/account/safe-next';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { AppBar } from '@/client/ui/app-bar';
import { Button } from '@/client/ui/button';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import type { RefusalCode } from '@/protocol/refusals';

interface Props {
  code: string;
  refusal: RefusalCode;
  onRetry(): void;
}

/** Why the console cannot be opened, and the way on. */
export function ConsoleRefused({ code, refusal, onRetry }: Props) {
  const t = useTranslations('console.refused');
  const refusalText = useRefusalText();
  const byLink = refusal === 'unknown-link' || refusal === 'link-revoked' || refusal === 'link-over';
  const signedOut = refusal === 'not-signed-in' || refusal === 'not-your-class';
  return (
    <>
      <AppBar title={code} />
      <main id="content" className="page-width py-12">
        <h1 className="sr-only">{t('title')}</h1>
        <EmptyState
          title={t('title')}
          action={
            <div className="flex flex-wrap justify-center gap-3">
              {signedOut ? (
                <LinkButton look="primary" href={signInPath(`/teach/live/${code}`)} prefetch={false}>
                  {t('toSignIn')}
                </LinkButton>
              ) : (
                <Button look="primary" onClick={onRetry}>
                  {t('retry')}
                </Button>
              )}
              {signedOut && (
                <LinkButton href={`/join/${code}`} prefetch={false}>
                  {t('toJoin')}
                </LinkButton>
              )}
              {!byLink && <LinkButton href="/teach">{t('toClasses')}</LinkButton>}
            </div>
          }
        >
          {refusalText(refusal)}
        </EmptyState>
      </main>
    </>
  );
}
