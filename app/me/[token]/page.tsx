import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { ownLessons } from '@/client/student/own-lessons';
import { OwnLessonsPage } from '@/client/student/own-lessons-page';
import { readOwnPage } from '@/server/read/own-page';

/** The address is all that opens the page: nobody is to find it, and no other site is told it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('classroom');
  return { title: t('ownPage.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function OwnPageOfStudent({ params }: Props) {
  const { token } = await params;
  const found = await readOwnPage(token);
  if (!found) notFound();
  return (
    <PageMessages page="/me/[token]">
      <OwnLessonsPage token={token} own={ownLessons(found, await getLanguage())} />
    </PageMessages>
  );
}
