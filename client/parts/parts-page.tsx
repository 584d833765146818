'use client';

import { useTranslations } from 'use-intl';
import FailedPage from '@/client/ui/failed-page';
import { MessagePage } from '@/client/ui/message-page';
import { PageHeader } from '@/client/ui/page-header';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { ButtonParts } from './button-parts';
import { ChoiceParts } from './choice-parts';
import { DataParts } from './data-parts';
import { DialogParts } from './dialog-parts';
import { FieldParts } from './field-parts';
import { MessageParts } from './message-parts';
import { PartCard, PartGroup, Row } from './part';
import { SignParts } from './sign-parts';

/** Every part of client/ui in its states. Whole pages have an address of their own (`WholePage`). */
export function PartsPage() {
  const t = useTranslations('parts');
  return (
    <main id="content" className="page-width py-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ButtonParts />
      <FieldParts />
      <ChoiceParts />
      <MessageParts />
      <DialogParts />
      <DataParts />
      <SignParts />
      <PartGroup title={t('pages')}>
        <PartCard name="MessagePage, FailedPage" wide>
          <Row>
            <PlainLinkButton href="?whole=message">{t('messagePage')}</PlainLinkButton>
            <PlainLinkButton href="?whole=failed">{t('failedPage')}</PlainLinkButton>
            <PlainLinkButton href="?whole=storage">{t('storagePage')}</PlainLinkButton>
          </Row>
        </PartCard>
        <PartCard name="PageHeader" wide>
          <PageHeader
            above={<a href="?">{t('title')}</a>}
            title={t('card')}
            lead={t('cardText')}
            actions={<PlainLinkButton href="?">{t('more')}</PlainLinkButton>}
          />
        </PartCard>
      </PartGroup>
    </main>
  );
}

/** A part that is a whole page. */
export function WholePage({ kind }: { kind: string }) {
  const t = useTranslations('parts');
  if (kind === 'message')
    return (
      <MessagePage
        title={t('nothing')}
        text={t('nothingText')}
        note={t('heard')}
        actions={
          <PlainLinkButton href="?" look="primary">
            {t('title')}
          </PlainLinkButton>
        }
      />
    );
  return <FailedPage digest={kind === 'storage' ? 'storage-full' : '1234567890'} onRetry={() => {}} />;
}
