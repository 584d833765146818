import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { LessonProvider } from '@/client/lesson/given-lesson';
import { nextLesson } from '@/client/review/report/next-lesson';
import { SittingReportPage } from '@/client/review/report/sitting-report-page';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { classIdSchema } from '@/protocol/classes';
import { readSittingReport } from '@/server/read/sitting-report';
import '@/app/print.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('report');
  return { title: t('pageTitle') };
}

interface Props {
  params: Promise<{ classId: string }>;
}

export default async function ReportOfClass({ params }: Props) {
  const { classId } = await params;
  if (!classIdSchema.safeParse(classId).success) notFound();
  const { teacherId } = await requireTeacher(`/review/${classId}/report`);
  const [found, language] = await Promise.all([readSittingReport(teacherId, classId), getLanguage()]);
  if (!found) notFound();
  const { state, report } = found;
  const lesson = findLesson(state.lessonId);
  const { id, code, lessonId, dataset, steps, phase, startedAt, createdAt, endedAt, anonymised, groupId } =
    state;
  return (
    <PageMessages page="/review/[classId]/report">
      <LessonProvider lesson={lesson && lessonIn(lesson, language)}>
        <SittingReportPage
          sitting={{
            ...{ id, code, lessonId, dataset, steps, groupId, anonymised },
            at: startedAt ?? createdAt,
            endedAt,
            over: phase === 'ended',
          }}
          report={report}
          next={nextLesson(lessonId, language)}
        />
      </LessonProvider>
    </PageMessages>
  );
}
