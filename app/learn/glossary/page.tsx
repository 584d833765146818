import type { Metadata } from 'next';
import Link from 'next/link';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import GlossaryList from '@/client/lesson/words/glossary-list';
import { AppBar } from '@/client/ui/app-bar';
import { PageHeader } from '@/client/ui/page-header';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('lesson');
  return { title: t('glossary.title') };
}

/** `/learn/glossary`: every term, in both languages. */
export default async function Page() {
  const t = await getTranslator('lesson');
  return (
    <PageMessages page="/learn/glossary">
      <AppBar />
      <main id="content" className="page-width flex max-w-5xl flex-col gap-6 py-6">
        <PageHeader
          above={
            <Link
              href="/learn"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('frame.lessons')}
            </Link>
          }
          title={t('glossary.title')}
          lead={t('glossary.lead')}
        />
        <GlossaryList headingLevel={2} />
      </main>
    </PageMessages>
  );
}
