import type { Metadata } from 'next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { LabPage } from '@/client/lab/lab-page';
import { AppBar } from '@/client/ui/app-bar';
import { LinkButton } from '@/client/ui/link-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('lab');
  return { title: t('title') };
}

/** `/lab`: free experiments. The setup stands in the address, after #. */
export default async function Page() {
  const t = await getTranslator('lab');
  return (
    <PageMessages page="/lab">
      <AppBar
        title={t('title')}
        actions={
          <LinkButton href="/learn" size="sm" look="quiet">
            {t('lessons')}
          </LinkButton>
        }
      />
      <main id="content" className="page-width relative py-3 short:py-2">
        <h1 className="sr-only">{t('title')}</h1>
        {/* On a laptop beside the tabs: each line above costs the bench one. */}
        <p className="text-sm text-ink-soft lg:absolute lg:top-5 lg:right-[clamp(1rem,3vw,2.5rem)] short:lg:top-4">
          {t('lead')}
        </p>
        <LabPage />
      </main>
    </PageMessages>
  );
}
