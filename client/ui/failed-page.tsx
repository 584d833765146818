'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { storageTroubleOf } from '@/protocol/storage';
import { Button } from './button';
import { MessagePage } from './message-page';
import { PlainLinkButton } from './plain-link-button';

/** Milliseconds after which a page that waits for the storage is asked for again. */
const ASK_AGAIN_MS = 4_000;

/** A page that goes on failing: what to do. One that waits for the server's storage says so, and comes by itself. */
export default function FailedPage({ digest, onRetry }: { digest: string | undefined; onRetry(): void }) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  const refusalText = useRefusalText();
  const waits = digest !== undefined && storageTroubleOf(digest) !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as it waits, whatever function it is by then.
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(onRetry, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits]);
  return (
    <MessagePage
      title={waits ? t('page.storageTitle') : t('page.errorTitle')}
      text={waits ? refusalText(digest) : t('page.errorText')}
      note={digest === undefined || waits ? undefined : t('page.reference', { digest })}
      actions={
        <>
          <Button look="primary" onClick={onRetry}>
            {common('retry')}
          </Button>
          <PlainLinkButton href="/">{t('page.home')}</PlainLinkButton>
        </>
      }
    />
  );
}
