import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { pastClass } from '@/client/review/past-class';
import { PastClasses } from '@/client/review/past-classes';
import { LESSONS } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import { addRunsPath, runsOfAddress } from '@/protocol/compare-runs';
import { listedClasses } from '@/server/read/teacher-lists';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('pageTitle') };
}

interface Props {
  searchParams: Promise<{ with?: string | string[] }>;
}

export default async function ReviewPage({ searchParams }: Props) {
  const beside = runsOfAddress((await searchParams).with);
  const { teacherId } = await requireTeacher(addRunsPath('/review', beside));
  const [listed, language] = await Promise.all([listedClasses(teacherId), getLanguage()]);
  const past = listed.filter(({ phase }) => phase === 'ended');
  return (
    <PageMessages page="/review">
      <PastClasses
        beside={beside}
        classes={past.map((one) => pastClass(one, language))}
        lessonTitles={Object.fromEntries(
          LESSONS.map((lesson) => [lesson.id, textIn(lesson, language).title]),
        )}
      />
    </PageMessages>
  );
}
