import type { Metadata } from 'next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { PrivacyPage } from '@/client/privacy/privacy-page';
import { toldPolicy } from '@/server/read/teacher-lists';
import '@/app/print.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('privacy');
  return { title: t('pageTitle') };
}

/** For everybody, without signing in: parents ask before a class begins. */
export default function Privacy() {
  return (
    <PageMessages page="/privacy">
      <PrivacyPage policy={toldPolicy()} />
    </PageMessages>
  );
}
