import type { Metadata } from 'next';
import { ClassesPage } from '@/client/classes/classes-page';
import { listedGroup } from '@/client/classes/listed-group';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { listedClasses, listedGroups } from '@/server/read/teacher-lists';
import { requireTeacher } from './require-teacher';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('teach');
  return { title: t('classes.pageTitle') };
}

/** When the first of these classes will be deleted; null: none. */
function firstDeletion(listed: readonly { keeping: { deletedAt: number | null } }[]): number | null {
  const times = listed.flatMap(({ keeping }) => keeping.deletedAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

export default async function TeachPage() {
  const teacher = await requireTeacher('/teach');
  const [listed, groups, language] = await Promise.all([
    listedClasses(teacher.teacherId),
    listedGroups(teacher.teacherId),
    getLanguage(),
  ]);
  const goSoon = listed.filter(({ keeping }) => keeping.soon);
  const running = listed.filter(({ phase }) => phase !== 'ended');
  return (
    <PageMessages page="/teach">
      <ClassesPage
        teacherName={teacher.name}
        groups={groups.map((group) => listedGroup(group, language))}
        running={running.map((one) => pastClass(one, language))}
        pastCount={listed.length - running.length}
        goSoon={{ count: goSoon.length, first: firstDeletion(goSoon) }}
      />
    </PageMessages>
  );
}
