'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { MessagePage } from '@/client/ui/message-page';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

interface Props {
  error: Error & { digest?: string };
  reset(): void;
}

/** A page that failed while it was built or drawn. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  const router = useRouter();
  useEffect(() => {
    console.error(error);
  }, [error]);
  const retry = () => {
    // Both: fetch the server's part again, then draw again.
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
  return (
    <MessagePage
      title={t('page.errorTitle')}
      text={t('page.errorText')}
      note={error.digest === undefined ? undefined : t('page.reference', { digest: error.digest })}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            {common('retry')}
          </Button>
          <PlainLinkButton href="/">{t('page.home')}</PlainLinkButton>
        </>
      }
    />
  );
}
