import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { LessonPicker } from '@/client/classes/lesson-picker';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LESSONS } from '@/lessons/registry';
import { outlineIn } from '@/lessons/written';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('start.pageTitle') };
}

export default async function StartPage() {
  await requireTeacher('/teach/start');
  const language = await getLanguage();
  return (
    <PageMessages page="/teach/start">
      <LessonPicker lessons={LESSONS.map((lesson) => outlineIn(lesson, language))} />
    </PageMessages>
  );
}
