'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunMark } from '@/client/review/run-mark';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { sortRows } from '@/client/review/sort-rows';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { Card } from '@/client/ui/card';
import { type Column, DataTable, type TableSort } from '@/client/ui/data-table';
import { finalAccuracy, trainingTime } from '@/protocol/run-figures';
import type { NamedRun } from './compared-run';
import type { Setting } from './differences';

interface Props {
  runs: readonly NamedRun[];
  /** What the classes are called in which the runs were, the first first, where they are several: the runs are put together by them. */
  classNames: ReadonlyMap<string, string> | null;
  same: readonly Setting[];
  /** Names of the settings in which the runs differ. */
  differing: readonly string[];
  chosen: string | null;
  onChoose(id: string | null): void;
}

/** The class that the runs below it were in. */
interface ClassHead {
  head: string;
  classId: string;
}

/** A run is its own row, so that sorting moves rows and draws none of them anew. */
type Row = NamedRun | ClassHead;

const ofRow = ({ cell, ...column }: Column<NamedRun>): Column<Row> => ({
  ...column,
  cell: (row) => ('head' in row ? null : cell(row)),
});

const headOf = (row: Row) => ('head' in row ? <span className="font-semibold">{row.head}</span> : null);

/** The runs side by side: a column for each setting in which they differ, and what came of them; what is the same is said once. */
export function RunsBeside({ runs, classNames, same, differing, chosen, onChoose }: Props) {
  const t = useTranslations('review.compare');
  const columnsOf = useTranslations('review.class');
  const words = useExperimentWords();
  const numbers = useNumbers();
  const language = useLocale();
  const [sort, setSort] = useState<TableSort>({ column: 'accuracy', direction: 'descending' });
  const settings = useMemo(
    () =>
      new Map(
        runs.map(({ run }) => [
          run.id,
          new Map(words.settings(run.experiment).map(({ name, value }) => [name, value])),
        ]),
      ),
    [runs, words],
  );
  const rows = useMemo((): readonly Row[] => {
    const settingOf = ({ run }: NamedRun, name: string) => settings.get(run.id)?.get(name) ?? '';
    const keys: Record<string, (run: NamedRun) => string | number | null> = {
      run: ({ owner }) => owner,
      accuracy: ({ run }) => finalAccuracy(run).value,
      verified: ({ run }) => run.verifiedAccuracy,
      loss: ({ run }) => run.last?.loss ?? null,
      steps: ({ run }) => run.last?.step ?? 0,
      time: ({ run }) => trainingTime(run),
      state: ({ run }) => run.state,
      ...Object.fromEntries(differing.map((name) => [name, (run: NamedRun) => settingOf(run, name)])),
    };
    const sorted = sortRows(runs, keys[sort.column]!, sort.direction, language);
    if (!classNames) return sorted;
    return [...classNames].flatMap(([classId, name]): Row[] => [
      { head: name, classId },
      ...sorted.filter((run) => run.classId === classId),
    ]);
  }, [runs, classNames, settings, differing, sort, language]);
  const columns = useMemo(() => {
    const number = (id: string, header: string, write: (run: NamedRun) => string): Column<NamedRun> => ({
      id,
      header,
      sortable: true,
      align: 'right',
      className: 'whitespace-nowrap',
      cell: write,
    });
    const all: Column<NamedRun>[] = [
      {
        id: 'run',
        header: t('run'),
        sortable: true,
        rowHeader: true,
        className: 'min-w-40',
        cell: ({ run, classId, owner }) => (
          <span
            className="flex items-center gap-2"
            onPointerEnter={() => onChoose(run.id)}
            onPointerLeave={() => onChoose(null)}
          >
            <RunMark id={run.id} />
            <Link
              href={`/review/${classId}/runs/${run.id}`}
              prefetch={false}
              translate="no"
              onFocus={() => onChoose(run.id)}
              onBlur={() => onChoose(null)}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {owner}
            </Link>
          </span>
        ),
      },
      ...differing.map(
        (name): Column<NamedRun> => ({
          id: name,
          header: name,
          sortable: true,
          className: 'bg-accent-soft/60 whitespace-nowrap',
          cell: ({ run }) => settings.get(run.id)?.get(name) ?? '',
        }),
      ),
      number('accuracy', columnsOf('accuracy'), ({ run }) => numbers.percent(finalAccuracy(run).value)),
      number('verified', columnsOf('verified'), ({ run }) => numbers.percent(run.verifiedAccuracy)),
      number('loss', t('lastLoss'), ({ run }) => numbers.loss(run.last?.loss)),
      number('steps', columnsOf('steps'), ({ run }) => numbers.integer(run.last?.step ?? 0)),
      number('time', columnsOf('time'), ({ run }) => numbers.duration(trainingTime(run))),
      {
        id: 'state',
        header: columnsOf('state'),
        sortable: true,
        cell: ({ run }) => <RunStateBadge state={run.state} over />,
      },
    ];
    return all.map(ofRow);
  }, [settings, differing, onChoose, t, columnsOf, numbers]);
  return (
    <Card as="section" title={t('beside')} flush>
      <DataTable
        caption={t('beside')}
        columns={columns}
        rows={rows}
        rowKey={(row) => ('head' in row ? row.classId : row.run.id)}
        rowClassName={(row) => ('run' in row && row.run.id === chosen ? 'bg-accent-soft' : undefined)}
        across={headOf}
        sort={sort}
        onSort={setSort}
        className="max-h-[36rem] rounded-none border-t border-line"
      />
      {same.length > 0 && (
        <details className="border-t border-line px-4 py-3 text-sm sm:px-5">
          <summary className="cursor-pointer font-semibold">{t('same', { count: same.length })}</summary>
          <dl className="tabular mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1">
            {same.map(({ name, value }) => (
              <div key={name} className="contents">
                <dt className="text-ink-soft">{name}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Card>
  );
}
