'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { useComingBack } from '@/client/ui/coming-back';
import { MessagePage } from '@/client/ui/message-page';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

interface Props {
  error: Error & { digest?: string };
  reset(): void;
}

/** A page that failed while it was built or drawn: it comes back by itself, unless that fails as well. */
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
  // What failed on the server is asked for again; what failed here has all it needs.
  const coming = useComingBack(error.digest === undefined ? reset : retry);
  if (coming) return <div aria-busy="true" className="min-h-dvh" />;
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
