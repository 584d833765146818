import type { Metadata } from 'next';
import { getTranslator } from '@/client/i18n/server';
import { MessagePage } from '@/client/ui/message-page';
import { PlainLinkButton } from '@/client/ui/plain-link-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('errors');
  return { title: t('page.notFoundTitle') };
}

/** An address that leads nowhere. */
export default async function NotFound() {
  const t = await getTranslator('errors');
  return (
    <MessagePage
      title={t('page.notFoundTitle')}
      text={t('page.notFoundText')}
      actions={
        <PlainLinkButton href="/" look="primary">
          {t('page.home')}
        </PlainLinkButton>
      }
    />
  );
}
