'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { AppBar } from '@/client/ui/app-bar';
import { Badge } from '@/client/ui/badge';
import { Card } from '@/client/ui/card';
import { type Column, DataTable, type TableSort } from '@/client/ui/data-table';
import { EmptyState } from '@/client/ui/empty-state';
import { PageHeader } from '@/client/ui/page-header';
import { TextField } from '@/client/ui/text-field';
import { groupBookPath } from '@/protocol/groups';
import { ImportClass } from './import/import-class';
import { KeptNote } from './kept-note';
import type { PastClass } from './review-data';
import { sortRows } from './sort-rows';

interface Props {
  classes: readonly PastClass[];
  /** Lessons that this version knows, by their ids. */
  lessonTitles: Readonly<Record<string, string>>;
}

/** Every class of the teacher's that has ended, the newest first. */
export function PastClasses({ classes, lessonTitles }: Props) {
  const t = useTranslations('review');
  const language = useLocale();
  const numbers = useNumbers();
  const format = useFormatter();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'date', direction: 'descending' });

  const titled = useMemo(
    () =>
      classes.map((past) => ({
        ...past,
        title: past.lessonTitle ?? t('unknown.lesson'),
      })),
    [classes, t],
  );
  type Row = (typeof titled)[number];
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  const found = titled.filter(({ title, code, group }) =>
    [title, code, group?.name ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  const keys: Record<string, (row: Row) => string | number | null> = {
    lesson: (row) => row.title,
    date: (row) => row.at,
    code: (row) => row.code,
    students: (row) => row.studentCount,
    runs: (row) => row.runCount,
    best: (row) => row.bestAccuracy,
    reached: (row) => (row.answeredCount === 0 ? null : row.reachedCount),
    keptUntil: (row) => row.keeping.deletedAt,
  };
  const rows = sortRows(found, keys[sort.column]!, sort.direction, language);

  const columns: Column<Row>[] = [
    {
      id: 'lesson',
      header: t('list.lesson'),
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/review/${row.id}`}
            prefetch={false}
            className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
          >
            <span>{row.title}</span>
            <span className="sr-only">{`, ${format.dateTime(row.at, 'moment')}`}</span>
          </Link>
          {row.group && (
            <Link href={groupBookPath(row.group.id)} prefetch={false} className="no-underline">
              <Badge tone="accent">
                <span translate="no">{row.group.name}</span>
              </Badge>
            </Link>
          )}
          {row.dryRun && <Badge>{t('list.dryRun')}</Badge>}
          {row.shared && <Badge>{t(row.own ? 'list.shared' : 'list.sharedWithYou')}</Badge>}
        </span>
      ),
    },
    {
      id: 'date',
      header: t('list.date'),
      sortable: true,
      className: 'whitespace-nowrap tabular',
      cell: (row) => format.dateTime(row.at, 'moment'),
    },
    {
      id: 'code',
      header: t('list.code'),
      sortable: true,
      cell: (row) => <span translate="no">{row.code}</span>,
    },
    {
      id: 'students',
      header: t('list.students'),
      sortable: true,
      align: 'right',
      cell: (row) => numbers.integer(row.studentCount),
    },
    {
      id: 'runs',
      header: t('list.runs'),
      sortable: true,
      align: 'right',
      cell: (row) => numbers.integer(row.runCount),
    },
    {
      id: 'best',
      header: t('list.best'),
      sortable: true,
      align: 'right',
      cell: (row) => numbers.percent(row.bestAccuracy),
    },
    {
      id: 'reached',
      header: t('list.reached'),
      sortable: true,
      align: 'right',
      cell: (row) =>
        row.answeredCount === 0
          ? '–'
          : t('list.reachedOf', { reached: row.reachedCount, answered: row.answeredCount }),
    },
    {
      id: 'keptUntil',
      header: t('list.keptUntil'),
      sortable: true,
      className: 'whitespace-nowrap tabular',
      cell: ({ keeping: { deletedAt, soon } }) =>
        deletedAt === null ? (
          '–'
        ) : soon ? (
          <Badge tone="warn">{format.dateTime(deletedAt, 'day')}</Badge>
        ) : (
          format.dateTime(deletedAt, 'day')
        ),
    },
  ];

  return (
    <>
      <AppBar />
      <main id="content" className="page-width py-6">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={<ImportClass lessonTitles={lessonTitles} />}
          above={
            <Link
              href="/teach"
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              {t('back')}
            </Link>
          }
        />
        <div className="mt-6 flex flex-col gap-4">
          {classes.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
          ) : (
            <>
              {classes.length > 5 && (
                <TextField
                  label={t('list.search')}
                  type="search"
                  value={search}
                  onChange={(event) => setSearch(event.target.value)}
                  className="max-w-sm"
                />
              )}
              <Card flush>
                <DataTable
                  caption={t('list.caption')}
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  sort={sort}
                  onSort={setSort}
                  empty={t('list.noMatch')}
                />
              </Card>
            </>
          )}
          <KeptNote />
        </div>
      </main>
    </>
  );
}
