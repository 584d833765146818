'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { type Column, DataTable, type TableSort } from '@/client/ui/data-table';
import { SelectField } from '@/client/ui/select-field';
import { StudentMark } from '@/client/ui/student-mark';
import { BACKEND_NAMES } from './backend-names';
import type { ReviewRun, ReviewStudent } from './review-data';
import { RunStateBadge } from './run-state-badge';
import { sortRows } from './sort-rows';
import { useExperimentWords } from './use-experiment-words';

interface Props {
  classId: string;
  runs: readonly ReviewRun[];
  students: readonly ReviewStudent[];
  /** The class has ended. */
  over: boolean;
}

/** Rows drawn at once: a class can have thousands of runs. */
const PAGE = 100;
const EVERYBODY = 'all';

/** Every run of a class, to be sorted and filtered by student. */
export function RunsTable({ classId, runs, students, over }: Props) {
  const t = useTranslations('review.class');
  const unknown = useTranslations('review.unknown');
  const language = useLocale();
  const numbers = useNumbers();
  const format = useFormatter();
  const words = useExperimentWords();
  const [sort, setSort] = useState<TableSort>({ column: 'started', direction: 'descending' });
  const [student, setStudent] = useState(EVERYBODY);
  const [shown, setShown] = useState(PAGE);
  const byId = useMemo(() => new Map(students.map((entry) => [entry.id, entry])), [students]);
  const nameOf = (run: ReviewRun) => byId.get(run.studentId)?.nickname ?? unknown('student');

  const keys: Record<string, (run: ReviewRun) => string | number | null> = {
    student: nameOf,
    experiment: (run) => `${words.network(run.experiment)} ${words.training(run.experiment)}`,
    accuracy: (run) => run.accuracy.value,
    verified: (run) => run.verifiedAccuracy,
    time: (run) => run.time,
    steps: (run) => run.steps,
    backend: (run) => run.backend,
    state: (run) => run.state,
    started: (run) => run.createdAt,
  };
  const rows = sortRows(
    runs.filter((run) => student === EVERYBODY || run.studentId === student),
    keys[sort.column]!,
    sort.direction,
    language,
  );

  const columns: Column<ReviewRun>[] = [
    {
      id: 'student',
      header: t('student'),
      sortable: true,
      className: 'max-w-56 min-w-36',
      cell: (run) => {
        const entry = byId.get(run.studentId);
        return (
          <span className="flex min-w-0 items-center gap-2" title={nameOf(run)}>
            {entry && <StudentMark mark={entry.mark} className="size-5" />}
            <span translate="no" className="truncate">
              {nameOf(run)}
            </span>
          </span>
        );
      },
    },
    {
      id: 'experiment',
      header: t('experiment'),
      sortable: true,
      rowHeader: true,
      className: 'min-w-64',
      cell: (run) => (
        <Link
          href={`/review/${classId}/runs/${run.id}`}
          prefetch={false}
          className="group block text-ink no-underline"
        >
          <span className="block underline decoration-1 underline-offset-[0.2em] group-hover:decoration-2">
            {words.network(run.experiment)}
          </span>
          <span className="block text-xs font-normal text-ink-soft">{words.training(run.experiment)}</span>
          <span className="sr-only">
            {t('open', { name: nameOf(run), time: format.dateTime(run.createdAt, 'time') })}
          </span>
        </Link>
      ),
    },
    {
      id: 'accuracy',
      header: t('accuracy'),
      sortable: true,
      align: 'right',
      cell: (run) => (
        <>
          <span>{numbers.percent(run.accuracy.value)}</span>
          {run.accuracy.measured === 'training' && (
            <abbr title={t('onTraining')} className="ml-0.5 text-ink-soft no-underline">
              *
            </abbr>
          )}
        </>
      ),
    },
    {
      id: 'verified',
      header: t('verified'),
      sortable: true,
      align: 'right',
      cell: (run) => numbers.percent(run.verifiedAccuracy),
    },
    {
      id: 'time',
      header: t('time'),
      sortable: true,
      align: 'right',
      className: 'whitespace-nowrap',
      cell: (run) => numbers.duration(run.time),
    },
    {
      id: 'steps',
      header: t('steps'),
      sortable: true,
      align: 'right',
      cell: (run) => numbers.integer(run.steps),
    },
    {
      id: 'backend',
      header: t('backend'),
      sortable: true,
      cell: (run) => <span translate="no">{BACKEND_NAMES[run.backend]}</span>,
    },
    {
      id: 'state',
      header: t('state'),
      sortable: true,
      cell: (run) => <RunStateBadge state={run.state} over={over} />,
    },
    {
      id: 'started',
      header: t('started'),
      sortable: true,
      align: 'right',
      cell: (run) => format.dateTime(run.createdAt, 'time'),
    },
  ];
  const withRuns = students.filter(({ runCount }) => runCount > 0);
  const hasTraining = rows.slice(0, shown).some(({ accuracy }) => accuracy.measured === 'training');

  return (
    <Card
      as="section"
      title={t('runs')}
      flush
      actions={
        <SelectField
          label={<span className="sr-only">{t('filter')}</span>}
          value={student}
          onChange={(next) => {
            setStudent(next);
            setShown(PAGE);
          }}
          choices={[
            { value: EVERYBODY, label: t('everyone', { count: numbers.integer(runs.length) }) },
            ...withRuns.map(({ id, nickname, runCount }) => ({
              value: id,
              label: `${nickname} (${numbers.integer(runCount)})`,
            })),
          ]}
          className="w-60 gap-0!"
        />
      }
    >
      <DataTable
        caption={t('runs')}
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={(run) => run.id}
        sort={sort}
        onSort={setSort}
        empty={runs.length === 0 ? t('noRuns') : t('noMatch')}
        className="max-h-[44rem] rounded-none border-t border-line"
      />
      {hasTraining && (
        <p className="border-t border-line px-4 py-2 text-xs text-ink-soft">{`* ${t('onTraining')}`}</p>
      )}
      {rows.length > shown && (
        <div className="flex items-center justify-between gap-3 border-t border-line px-4 py-3 text-sm text-ink-soft">
          <span className="tabular">
            {t('shownOf', { shown: numbers.integer(shown), all: numbers.integer(rows.length) })}
          </span>
          <Button size="sm" onClick={() => setShown(shown + PAGE)}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </Card>
  );
}
