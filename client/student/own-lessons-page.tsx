'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { StudentMark } from '@/client/ui/student-mark';
import type { RunResult } from '@/protocol/run-table';
import type { OwnLesson, OwnLessons } from './own-lessons';

/** A student's own page: every lesson with what came of it and its runs. Only to be read. */
export function OwnLessonsPage({ nickname, mark, code, lessons }: OwnLessons) {
  const t = useTranslations('classroom.ownPage');
  return (
    <>
      <AppBar />
      <main id="content" className="page-width flex flex-col gap-5 py-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <div className="flex min-w-0 items-center gap-4">
            <StudentMark mark={mark} className="size-14 shrink-0" />
            <div className="min-w-0">
              <h1 translate="no" className="text-2xl [overflow-wrap:anywhere]">
                {nickname}
              </h1>
              <p className="text-ink-soft">{t('lead')}</p>
            </div>
          </div>
          <LinkButton href={`/join/${code}`} prefetch={false}>
            {t('toClass')}
          </LinkButton>
        </div>
        <Notice title={t('keepTitle')}>{t('keep')}</Notice>
        {lessons.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          lessons.map((lesson) => <LessonCard key={lesson.id} lesson={lesson} />)
        )}
      </main>
    </>
  );
}

function LessonCard({ lesson: { title, at, over, record, runs } }: { lesson: OwnLesson }) {
  const t = useTranslations('classroom.ownPage');
  const book = useTranslations('review.book');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  const numbers = useNumbers();
  const shown = useShownWords();
  const { best, guesses, time } = record;
  const facts = [
    ...(best === null ? [] : [t(best.checked ? 'best' : 'trained', { value: shown(best.shown) })]),
    ...(runs.length > 0 ? [book('runs', { count: runs.length }), numbers.duration(time)] : []),
    ...(guesses.made > 0 ? [book('guesses', { right: guesses.right, count: guesses.made })] : []),
  ];
  return (
    <Card as="section" title={title ?? unknown('lesson')} flush>
      <p className="tabular px-4 pb-4 text-sm text-ink-soft sm:px-5">
        {[
          over ? format.dateTime(at, 'moment') : t('running'),
          ...(facts.length > 0 ? facts : [t('came')]),
        ].join(' · ')}
      </p>
      {runs.length > 0 && <RunList runs={runs} over={over} />}
    </Card>
  );
}

function RunList({ runs, over }: { runs: readonly RunResult[]; over: boolean }) {
  const t = useTranslations('review.class');
  const numbers = useNumbers();
  const format = useFormatter();
  const words = useExperimentWords();
  const columns: Column<RunResult>[] = [
    {
      id: 'experiment',
      header: t('experiment'),
      rowHeader: true,
      className: 'min-w-56',
      cell: ({ experiment }) => (
        <>
          <span className="block">{words.network(experiment)}</span>
          <span className="block text-xs font-normal text-ink-soft">{words.training(experiment)}</span>
        </>
      ),
    },
    {
      id: 'accuracy',
      header: t('accuracy'),
      align: 'right',
      cell: ({ accuracy }) => numbers.percent(accuracy.value),
    },
    {
      id: 'verified',
      header: t('verified'),
      align: 'right',
      cell: ({ verifiedAccuracy }) => numbers.percent(verifiedAccuracy),
    },
    {
      id: 'time',
      header: t('time'),
      align: 'right',
      className: 'whitespace-nowrap',
      cell: ({ time }) => numbers.duration(time),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <RunStateBadge state={state} over={over} /> },
    {
      id: 'started',
      header: t('started'),
      className: 'whitespace-nowrap tabular',
      cell: ({ createdAt }) => format.dateTime(createdAt, 'time'),
    },
  ];
  return (
    <DataTable
      caption={t('runs')}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      className="rounded-t-none border-t border-line"
    />
  );
}
