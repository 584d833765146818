import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { PlanPage } from '@/client/teaching/plan-page';
import { findLesson } from '@/lessons/registry';
import { planIn } from '@/lessons/teaching/written';
import { textIn } from '@/lessons/written';
import { lessonAddress } from '@/server/read/lesson-address';
import '@/app/print.css';

interface Props {
  params: Promise<{ lesson: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLesson((await params).lesson);
  if (lesson === null) return {};
  const [t, language] = await Promise.all([getTranslator('teaching'), getLanguage()]);
  return {
    title: t('plan.pageTitle', { lesson: textIn(lesson, language).title }),
    // It has the answers: nobody is to be led here by a search for the lesson.
    robots: { index: false },
  };
}

/** `/learn/LESSON/teach`: a lesson for whoever teaches it. */
export default async function Page({ params }: Props) {
  const lesson = findLesson((await params).lesson);
  if (lesson === null) notFound();
  const [language, address] = await Promise.all([getLanguage(), lessonAddress(lesson.id)]);
  return (
    <PageMessages page="/learn/[lesson]/teach">
      <PlanPage plan={planIn(lesson, language)} address={address} />
    </PageMessages>
  );
}
