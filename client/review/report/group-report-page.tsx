'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { classNames } from '@/client/ui/class-names';
import { PageHeader } from '@/client/ui/page-header';
import { PrintButton } from '@/client/ui/print-button';
import { groupBookPath } from '@/protocol/groups';
import type { GroupReport } from '@/protocol/report';
import { GradebookLink } from './gradebook-link';
import type { NamedLesson } from './group-lessons';
import { GroupTable, MOST_WIDE } from './group-table';
import { NamesToggle } from './names-toggle';
import type { NextLesson } from './next-lesson';
import { ReportSection } from './report-section';
import { useAdviceText } from './use-advice-text';
import { useNameList } from './use-name-list';
import { useReportNames } from './use-report-names';

interface Props {
  /** `anonymised`: in its newest lesson students were called by their marks. */
  group: { id: string; name: string; code: string; anonymised: boolean };
  report: GroupReport;
  lessons: readonly NamedLesson[];
  next: NextLesson | null;
}

/** A group over its lessons on one sheet: whom to look after, who reached what, what stood out in each lesson. */
export function GroupReportPage({ group, report, lessons, next }: Props) {
  const t = useTranslations('report');
  const ofClass = useTranslations('review.class');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const { students, named, setNamed } = useReportNames(report.students, !group.anonymised);
  const names = useNameList(students);
  const say = useAdviceText(names);
  const whom = [
    ...(report.oftenAway.length === 0 ? [] : [t('group.oftenAway', { names: names(report.oftenAway) })]),
    ...(report.missedLast.length === 0 ? [] : [t('group.missedLast', { names: names(report.missedLast) })]),
    ...(next === null ? [] : [t('advice.next', { ...next })]),
  ];
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={<span className="[overflow-wrap:anywhere]">{t('title', { lesson: group.name })}</span>}
          lead={[
            t('students', { count: report.students.length }),
            t('group.lessons', { count: lessons.length }),
            t('room', { code: group.code }),
          ].join(' · ')}
          above={
            <Link
              href={groupBookPath(group.id)}
              prefetch={false}
              className="no-print text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('group.back')}
            </Link>
          }
          actions={
            <>
              {students.length > 0 && <NamesToggle named={named} onChange={setNamed} />}
              <GradebookLink path={`${groupBookPath(group.id)}/gradebook`} named={named} />
              <PrintButton>{t('print')}</PrintButton>
            </>
          }
        />
        {lessons.length === 0 ? (
          <p>{t('group.none')}</p>
        ) : (
          <>
            {whom.length > 0 && (
              <ReportSection title={t('advice.title')}>
                <ol className="flex list-decimal flex-col gap-1 pl-5 text-sm">
                  {whom.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ol>
              </ReportSection>
            )}
            <GroupTable report={{ ...report, students }} lessons={lessons} />
            <ReportSection title={t('group.stoodOut')}>
              <ul
                className={classNames(
                  'flex flex-col gap-2 text-sm',
                  students.length > MOST_WIDE && 'print:gap-1 print:text-[0.8rem] print:leading-tight',
                )}
              >
                {lessons.map((lesson) => (
                  <li key={lesson.id}>
                    <p className="font-semibold">
                      {`${ofClass('pageTitle', { lesson: lesson.title ?? unknown('lesson'), date: format.dateTime(lesson.at, 'day') })} · ${t(
                        'group.come',
                        { come: lesson.come, of: Math.max(lesson.of, lesson.come) },
                      )}`}
                    </p>
                    <ul className="flex flex-col gap-0.5 pl-4">
                      {lesson.advice.map(({ advice, words }) => (
                        <li key={say(advice, words)}>{say(advice, words)}</li>
                      ))}
                      {lesson.advice.length === 0 && <li>{t('group.nothing')}</li>}
                    </ul>
                  </li>
                ))}
              </ul>
            </ReportSection>
          </>
        )}
      </main>
    </>
  );
}
