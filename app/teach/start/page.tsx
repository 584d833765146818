import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getTranslator } from '@/client/i18n/server';
import { LessonPicker } from '@/client/teacher/lesson-picker';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('start.pageTitle') };
}

export default async function StartPage() {
  await requireTeacher('/teach/start');
  return <LessonPicker />;
}
