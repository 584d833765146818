import type { Metadata } from 'next';
import { ClassesPage } from '@/client/classes/classes-page';
import { listedGroup } from '@/client/classes/listed-group';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { readStore } from '@/server/store/page-store';
import { requireTeacher } from './require-teacher';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('classes.pageTitle') };
}

export default async function TeachPage() {
  const teacher = await requireTeacher('/teach');
  const [store, language] = await Promise.all([readStore(), getLanguage()]);
  const [listed, groups] = await Promise.all([
    store.listClasses(teacher.teacherId),
    store.listGroups(teacher.teacherId),
  ]);
  const running = listed.filter(({ phase }) => phase !== 'ended');
  return (
    <PageMessages page="/teach">
      <ClassesPage
        teacherName={teacher.name}
        groups={groups.map((group) => listedGroup(group, language))}
        running={running.map((one) => pastClass(one, language))}
        pastCount={listed.length - running.length}
      />
    </PageMessages>
  );
}
