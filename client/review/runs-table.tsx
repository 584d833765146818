'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Checkbox } from '@/client/ui/checkbox';
import { type Column, DataTable } from '@/client/ui/data-table';
import { SelectField } from '@/client/ui/select-field';
import { StudentMark } from '@/client/ui/student-mark';
import { TextField } from '@/client/ui/text-field';
import { BACKEND_NAMES } from './backend-names';
import { CompareBar } from './compare-bar';
import type { ReviewRun, ReviewStudent } from './review-data';
import { RunStateBadge } from './run-state-badge';
import { addressOfView, hasWords, type RunsView, viewOfAddress } from './runs-view';
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

/** Every run of a class, to be sorted, filtered, searched, and chosen from for comparing. */
export function RunsTable({ classId, runs, students, over }: Props) {
  const t = useTranslations('review.class');
  const unknown = useTranslations('review.unknown');
  const language = useLocale();
  const numbers = useNumbers();
  const format = useFormatter();
  const words = useExperimentWords();
  const states = useTranslations('review.runState');
  const [shown, setShown] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
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
  const address = useSearchParams();
  const [view, setView] = useState<RunsView>(() =>
    viewOfAddress(
      address,
      Object.keys(keys),
      students.map(({ id }) => id),
    ),
  );
  const { sort, student, search } = view;
  const look = (change: Partial<RunsView>) => {
    const next = { ...view, ...change };
    setView(next);
    setShown(PAGE);
    const query = addressOfView(next);
    history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
  };
  const wordsOf = (run: ReviewRun) =>
    [nameOf(run), keys.experiment!(run), BACKEND_NAMES[run.backend], states(run.state)].join(' ');
  const rows = sortRows(
    runs.filter((run) => (student === null || run.studentId === student) && hasWords(wordsOf(run), search)),
    keys[sort.column]!,
    sort.direction,
    language,
  );
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });

  const columns: Column<ReviewRun>[] = [
    {
      id: 'chosen',
      header: (
        <Checkbox
          label={t('chooseAll')}
          labelHidden
          checked={rows.length > 0 && rows.slice(0, shown).every(({ id }) => chosen.has(id))}
          onChange={(all) =>
            choose(
              rows.slice(0, shown).map(({ id }) => id),
              all,
            )
          }
        />
      ),
      className: 'w-8',
      cell: (run) => (
        <Checkbox
          label={t('choose', { name: nameOf(run), time: format.dateTime(run.createdAt, 'time') })}
          labelHidden
          checked={chosen.has(run.id)}
          onChange={(isChosen) => choose([run.id], isChosen)}
        />
      ),
    },
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
        <>
          <TextField
            label={<span className="sr-only">{t('search')}</span>}
            type="search"
            placeholder={t('searchHint')}
            value={search}
            maxLength={100}
            onChange={(event) => look({ search: event.target.value })}
            className="w-56 gap-0!"
          />
          <SelectField
            label={<span className="sr-only">{t('filter')}</span>}
            value={student ?? EVERYBODY}
            onChange={(next) => look({ student: next === EVERYBODY ? null : next })}
            choices={[
              { value: EVERYBODY, label: t('everyone', { count: numbers.integer(runs.length) }) },
              ...withRuns.map(({ id, nickname, runCount }) => ({
                value: id,
                label: `${nickname} (${numbers.integer(runCount)})`,
              })),
            ]}
            className="w-60 gap-0!"
          />
        </>
      }
    >
      <CompareBar runs={runs} chosen={chosen} onClear={() => setChosen(new Set())} />
      <DataTable
        caption={t('runs')}
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={(run) => run.id}
        sort={sort}
        onSort={(next) => look({ sort: next })}
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
