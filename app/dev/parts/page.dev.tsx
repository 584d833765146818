import type { Metadata } from 'next';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { PartsPage, WholePage } from '@/client/parts/parts-page';
import { AppBar } from '@/client/ui/app-bar';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('parts');
  return { title: t('title') };
}

/** `/dev/parts`: every part of the interface. Only the development server has it (`pageExtensions` in next.config.js). */
export default async function Page({ searchParams }: { searchParams: Promise<{ whole?: string }> }) {
  const { whole } = await searchParams;
  const t = await getTranslator('parts');
  return (
    <PageMessages page="/dev/parts">
      {whole === undefined ? <AppBar title={t('title')} /> : null}
      {whole === undefined ? <PartsPage /> : <WholePage kind={whole} />}
    </PageMessages>
  );
}
