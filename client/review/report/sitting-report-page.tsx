'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { AppBar } from '@/client/ui/app-bar';
import { classNames } from '@/client/ui/class-names';
import { PageHeader } from '@/client/ui/page-header';
import { PrintButton } from '@/client/ui/print-button';
import type { DatasetId } from '@/protocol/datasets';
import type { SittingReport } from '@/protocol/report';
import { AdviceList } from './advice-list';
import { GainLine } from './gain-line';
import { GradebookLink } from './gradebook-link';
import { MOST_WIDE } from './group-table';
import { HelpLine } from './help-line';
import { NamesToggle } from './names-toggle';
import type { NextLesson } from './next-lesson';
import { QuestionList } from './question-list';
import { ReachedTable } from './reached-table';
import { useReportNames } from './use-report-names';
import { VoteList } from './vote-list';

/** What says which sitting it is. Times in milliseconds since 1970. */
interface ReportedClass {
  id: string;
  code: string;
  lessonId: string;
  dataset: DatasetId | null;
  steps: readonly string[] | null;
  groupId: string | null;
  /** Students were called by their marks in class. */
  anonymised: boolean;
  at: number;
  endedAt: number | null;
  over: boolean;
}

interface Props {
  sitting: ReportedClass;
  report: SittingReport;
  next: NextLesson | null;
}

/** A sitting on one sheet: what to do next, who reached what, who needed help, what was answered. */
export function SittingReportPage({ sitting, report: given, next }: Props) {
  const t = useTranslations('report');
  const unknown = useTranslations('review.unknown');
  const numbers = useNumbers();
  const format = useFormatter();
  const { students, named, setNamed } = useReportNames(given.students, !sitting.anonymised);
  const lesson = useClassLesson(sitting);
  const report = useMemo(() => ({ ...given, students }), [given, students]);
  const title = lesson?.text.title ?? unknown('lesson');
  return (
    <>
      <AppBar />
      <main
        id="content"
        className={classNames(
          'page-width flex flex-col gap-5 py-6',
          students.length > MOST_WIDE &&
            'print:gap-2! print:leading-tight! print:[&_li]:text-[0.76rem] print:[&_p]:text-[0.76rem]',
        )}
      >
        <PageHeader
          title={t('title', { lesson: title })}
          lead={[
            format.dateTime(sitting.at, 'moment'),
            ...(sitting.endedAt === null ? [] : [numbers.duration(sitting.endedAt - sitting.at)]),
            t('students', { count: report.students.length }),
            t('room', { code: sitting.code }),
          ].join(' · ')}
          above={
            <Link
              href={`/review/${sitting.id}`}
              prefetch={false}
              className="no-print text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('back')}
            </Link>
          }
          actions={
            <>
              {students.length > 0 && <NamesToggle named={named} onChange={setNamed} />}
              <GradebookLink path={`/review/${sitting.id}/gradebook`} named={named} />
              <PrintButton>{t('print')}</PrintButton>
            </>
          }
        />
        {!sitting.over && <p className="text-sm text-ink-soft">{t('running')}</p>}
        {report.students.length === 0 ? (
          <p>{t('nobody')}</p>
        ) : (
          <>
            <AdviceList report={report} lesson={lesson} next={next} />
            <ReachedTable report={report} lesson={lesson} />
            {report.gain && <GainLine gain={report.gain} />}
            <HelpLine help={report.help} students={report.students} />
            <QuestionList report={report} lesson={lesson} />
            {report.votes.length > 0 && <VoteList votes={report.votes} lesson={lesson} />}
          </>
        )}
      </main>
    </>
  );
}
