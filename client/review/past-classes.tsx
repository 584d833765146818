'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { AppBar } from '@/client/ui/app-bar';
import { Card } from '@/client/ui/card';
import { DataTable, type TableSort } from '@/client/ui/data-table';
import { EmptyState } from '@/client/ui/empty-state';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { PageHeader } from '@/client/ui/page-header';
import { TextField } from '@/client/ui/text-field';
import { comparePath } from '@/protocol/compare-runs';
import { ImportClass } from './import/import-class';
import { KeptNote } from './kept-note';
import { type PastRow, usePastColumns } from './past-columns';
import type { PastClass } from './review-data';
import { sortRows } from './sort-rows';

interface Props {
  classes: readonly PastClass[];
  /** Lessons that this version knows, by their ids. */
  lessonTitles: Readonly<Record<string, string>>;
  /** Runs with which those of a class are to be compared: it is chosen here. */
  beside: readonly string[];
}

/** Every class of the teacher's that has ended, the newest first. */
export function PastClasses({ classes, lessonTitles, beside }: Props) {
  const t = useTranslations('review');
  const numbers = useNumbers();
  const language = useLocale();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'date', direction: 'descending' });

  const titled = useMemo(
    () => classes.map((past): PastRow => ({ ...past, title: past.lessonTitle ?? t('unknown.lesson') })),
    [classes, t],
  );
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  const found = titled.filter(({ title, code, group }) =>
    [title, code, group?.name ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  const keys: Record<string, (row: PastRow) => string | number | null> = {
    lesson: (row) => row.title,
    date: (row) => row.at,
    code: (row) => row.code,
    students: (row) => row.studentCount,
    runs: (row) => row.runCount,
    best: (row) => row.bestAccuracy,
    reached: (row) => (row.answeredCount === 0 ? null : row.reachedCount),
    keptUntil: (row) => row.keeping.deletedAt,
  };
  const columns = usePastColumns(beside);
  const rows = sortRows(found, keys[sort.column]!, sort.direction, language);

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
          {beside.length > 0 && (
            <Notice
              action={
                <LinkButton size="sm" href={comparePath(beside)} prefetch={false}>
                  {t('list.backToCompare')}
                </LinkButton>
              }
            >
              {t('list.beside', { count: beside.length, shown: numbers.integer(beside.length) })}
            </Notice>
          )}
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
