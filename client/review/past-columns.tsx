'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge } from '@/client/ui/badge';
import type { Column } from '@/client/ui/data-table';
import { addRunsPath } from '@/protocol/compare-runs';
import { groupBookPath } from '@/protocol/groups';
import type { PastClass } from './review-data';

/** A class that has ended, and what its lesson is called. */
export type PastRow = PastClass & { title: string };

/** What is told of each class that has ended. The same columns at each drawing, so that sorting and searching move rows and draw none anew. @param beside runs with which those of a class are to be compared */
export function usePastColumns(beside: readonly string[]): Column<PastRow>[] {
  const t = useTranslations('review');
  const numbers = useNumbers();
  const format = useFormatter();
  return useMemo(
    (): Column<PastRow>[] => [
      {
        id: 'lesson',
        header: t('list.lesson'),
        rowHeader: true,
        sortable: true,
        cell: (row) => (
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link
              href={addRunsPath(`/review/${row.id}`, beside)}
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
    ],
    [t, numbers, format, beside],
  );
}
