'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { MessagePage } from '@/client/ui/message-page';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

/** A page that goes on failing: what to do. */
export default function FailedPage({ digest, onRetry }: { digest: string | undefined; onRetry(): void }) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return (
    <MessagePage
      title={t('page.errorTitle')}
      text={t('page.errorText')}
      note={digest === undefined ? undefined : t('page.reference', { digest })}
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
