import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { ClassesPage } from '@/client/teacher/classes-page';
import { readStore } from '@/server/store/read-store';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('classes.pageTitle') };
}

export default async function TeachPage() {
  const teacher = await requireTeacher('/teach');
  const listed = await (await readStore()).listClasses(teacher.teacherId);
  return (
    <ClassesPage
      teacherName={teacher.name}
      running={listed.filter(({ phase }) => phase !== 'ended').map(pastClass)}
      pastCount={listed.filter(({ phase }) => phase === 'ended').length}
    />
  );
}
