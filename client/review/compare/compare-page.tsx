'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { AppBar } from '@/client/ui/app-bar';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { PageHeader } from '@/client/ui/page-header';
import { patiently } from '@/client/ui/patiently';
import { Skeleton } from '@/client/ui/skeleton';
import { addRunsPath, MOST_COMPARED } from '@/protocol/compare-runs';
import type { ComparedRun } from './compared-run';
import { MissingRuns } from './missing-runs';

/** In the browser alone: the server need not draw thousands of points that the page draws again. */
const ComparedRuns = dynamic(
  patiently(() => import('./compared-runs').then((file) => file.ComparedRuns)),
  {
    ssr: false,
    loading: () => <Skeleton className="h-[48rem] w-full" />,
  },
);

/** Several runs beside each other: their curves, in what they differ, what they take for what. */
export function ComparePage({ runs, missing }: { runs: readonly ComparedRun[]; missing: readonly string[] }) {
  const t = useTranslations('review.compare');
  const review = useTranslations('review');
  const numbers = useNumbers();
  const format = useFormatter();
  const classes = [...new Map(runs.map((run) => [run.classId, run])).values()];
  const classNames = new Map(
    classes
      .toSorted((one, other) => one.heldAt - other.heldAt)
      .map(({ classId, lessonTitle, heldAt }) => [
        classId,
        review('class.pageTitle', {
          lesson: lessonTitle ?? review('unknown.lesson'),
          date: format.dateTime(heldAt, 'moment'),
        }),
      ]),
  );
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <PageHeader
          title={t('title', { count: runs.length, shown: numbers.integer(runs.length) })}
          lead={classes.map(({ classId }, index) => (
            <span key={classId}>
              {index > 0 && <span aria-hidden="true"> · </span>}
              <Link
                href={`/review/${classId}`}
                prefetch={false}
                className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
              >
                {classNames.get(classId)}
              </Link>
            </span>
          ))}
          actions={
            runs.length > 0 &&
            runs.length < MOST_COMPARED && (
              <LinkButton
                href={addRunsPath(
                  '/review',
                  runs.map(({ run }) => run.id),
                )}
                prefetch={false}
              >
                {t('add')}
              </LinkButton>
            )
          }
        />
        <MissingRuns ids={missing} />
        {runs.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <ComparedRuns runs={runs} classNames={classes.length > 1 ? classNames : null} />
        )}
      </main>
    </>
  );
}
