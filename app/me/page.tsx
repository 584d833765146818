import type { Metadata } from 'next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { PageCodeForm } from '@/client/student/own/page-code-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('classroom');
  return { title: t('ownPage.code.openTitle'), robots: { index: false } };
}

/** `/me`: opens a student's own page by a code. */
export default function Page() {
  return (
    <PageMessages page="/me">
      <PageCodeForm />
    </PageMessages>
  );
}
