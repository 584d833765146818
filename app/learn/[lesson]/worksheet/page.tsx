import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { readSheetChoice } from '@/client/worksheet/sheet-address';
import { WorksheetPage } from '@/client/worksheet/worksheet-page';
import { findLesson } from '@/lessons/registry';
import { lessonIn, textIn } from '@/lessons/written';
import { lessonAddress } from '@/server/read/lesson-address';
import '@/app/print.css';

interface Props {
  params: Promise<{ lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLesson((await params).lesson);
  if (lesson === null) return {};
  const [t, language] = await Promise.all([getTranslator('worksheet'), getLanguage()]);
  return {
    title: t('pageTitle', { lesson: textIn(lesson, language).title }),
    // Its key has the answers: nobody is to be led here by a search for the lesson.
    robots: { index: false },
  };
}

/** `/learn/LESSON/worksheet`: a lesson's exercises for paper, and their key. */
export default async function Page({ params, searchParams }: Props) {
  const lesson = findLesson((await params).lesson);
  if (lesson === null) notFound();
  const [language, given, address] = await Promise.all([
    getLanguage(),
    searchParams,
    lessonAddress(lesson.id),
  ]);
  return (
    <PageMessages page="/learn/[lesson]/worksheet">
      <WorksheetPage
        id={lesson.id}
        lesson={lessonIn(lesson, language)}
        choice={readSheetChoice(given)}
        address={address}
      />
    </PageMessages>
  );
}
