import type { Metadata } from 'next';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { ComparePage } from '@/client/review/compare/compare-page';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { comparePath, runsOfAddress } from '@/protocol/compare-runs';
import { readComparedRuns } from '@/server/read/compared-runs';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('review');
  return { title: t('compare.metaTitle') };
}

interface Props {
  searchParams: Promise<{ runs?: string | string[] }>;
}

export default async function CompareRuns({ searchParams }: Props) {
  const runIds = runsOfAddress((await searchParams).runs);
  const { teacherId } = await requireTeacher(comparePath(runIds));
  const language = await getLanguage();
  const { runs, missing } = await readComparedRuns(teacherId, runIds);
  return (
    <PageMessages page="/review/compare">
      <ComparePage
        runs={runs.map(({ lessonId, ...run }) => {
          const lesson = findLesson(lessonId);
          return { ...run, lessonTitle: lesson && lessonIn(lesson, language).text.title };
        })}
        missing={missing}
      />
    </PageMessages>
  );
}
