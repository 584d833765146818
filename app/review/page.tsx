import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { PastClasses } from '@/client/review/past-classes';
import { readStore } from '@/server/store/read-store';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('pageTitle') };
}

export default async function ReviewPage() {
  const { teacherId } = await requireTeacher('/review');
  const listed = await (await readStore()).listClasses(teacherId);
  return <PastClasses classes={listed.filter(({ phase }) => phase === 'ended').map(pastClass)} />;
}
