import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { PastClasses } from '@/client/review/past-classes';
import { LESSONS } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import { listedClasses } from '@/server/read/teacher-lists';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('pageTitle') };
}

export default async function ReviewPage() {
  const { teacherId } = await requireTeacher('/review');
  const [listed, language] = await Promise.all([listedClasses(teacherId), getLanguage()]);
  const past = listed.filter(({ phase }) => phase === 'ended');
  return (
    <PageMessages page="/review">
      <PastClasses
        classes={past.map((one) => pastClass(one, language))}
        lessonTitles={Object.fromEntries(
          LESSONS.map((lesson) => [lesson.id, textIn(lesson, language).title]),
        )}
      />
    </PageMessages>
  );
}
