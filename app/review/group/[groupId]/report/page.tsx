import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireTeacher } from '@/app/teach/require-teacher';
import { PageMessages } from '@/client/i18n/page-messages';
import { getLanguage, getTranslator } from '@/client/i18n/server';
import { namedLessons } from '@/client/review/report/group-lessons';
import { GroupReportPage } from '@/client/review/report/group-report-page';
import { nextLesson } from '@/client/review/report/next-lesson';
import { groupBookPath, groupIdSchema } from '@/protocol/groups';
import { readGroupReport } from '@/server/read/group-report';
import '@/app/print.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('report');
  return { title: t('pageTitle') };
}

interface Props {
  params: Promise<{ groupId: string }>;
}

export default async function ReportOfGroup({ params }: Props) {
  const { groupId } = await params;
  if (!groupIdSchema.safeParse(groupId).success) notFound();
  const { teacherId } = await requireTeacher(`${groupBookPath(groupId)}/report`);
  const [found, language] = await Promise.all([readGroupReport(teacherId, groupId), getLanguage()]);
  if (!found) notFound();
  const { id, name, code, anonymised, report } = found;
  const last = report.lessons.at(-1);
  return (
    <PageMessages page="/review/group/[groupId]/report">
      <GroupReportPage
        group={{ id, name, code, anonymised }}
        report={report}
        lessons={namedLessons(report.lessons, language)}
        next={last ? nextLesson(last.lessonId, language) : null}
      />
    </PageMessages>
  );
}
