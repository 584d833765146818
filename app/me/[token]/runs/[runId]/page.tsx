import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getTranslator } from '@/client/i18n/server';
import { OwnRunPage } from '@/client/student/own/own-run-page';
import { idSchema } from '@/protocol/run';
import { readOwnRun } from '@/server/read/own-run';

/** As on the own page: the address is all that opens it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('classroom');
  return { title: t('ownPage.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

interface Props {
  params: Promise<{ token: string; runId: string }>;
}

export default async function Page({ params }: Props) {
  const { token, runId } = await params;
  const own = idSchema.safeParse(runId).success ? await readOwnRun(token, runId) : null;
  if (!own) notFound();
  return (
    <PageMessages page="/me/[token]/runs/[runId]">
      <OwnRunPage token={token} own={own} />
    </PageMessages>
  );
}
