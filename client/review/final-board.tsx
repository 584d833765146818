'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ClassReview } from '@/client/review/review-data';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { BoardRow } from '@/protocol/views';

/** The board as it stood at the end, with both halves of the hidden data. */
export function FinalBoard({ board }: { board: ClassReview['board'] }) {
  const t = useTranslations('review.class');
  const numbers = useNumbers();
  const format = useFormatter();
  const title = t(board.revealed ? 'board' : 'boardRunning');
  const columns: Column<BoardRow>[] = [
    {
      id: 'rank',
      header: t('rank'),
      align: 'right',
      className: 'w-14',
      cell: (row) => numbers.integer(row.rank),
    },
    {
      id: 'student',
      header: t('student'),
      rowHeader: true,
      className: 'w-full max-w-0 min-w-32',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2" title={row.nickname ?? undefined}>
          <StudentMark mark={row.mark} className="size-5" decorative={row.nickname !== null} />
          <span className="truncate">{row.nickname}</span>
        </span>
      ),
    },
    { id: 'public', header: t('public'), align: 'right', cell: (row) => numbers.percent(row.accuracy) },
    ...(board.revealed
      ? [
          {
            id: 'private',
            header: t('private'),
            align: 'right' as const,
            className: 'font-semibold',
            cell: (row: BoardRow) => numbers.percent(row.finalAccuracy),
          },
        ]
      : []),
    {
      id: 'submittedAt',
      header: t('submittedAt'),
      align: 'right',
      cell: (row) => format.dateTime(row.submittedAt, 'time'),
    },
  ];
  return (
    <Card as="section" title={title} flush>
      <DataTable
        caption={title}
        columns={columns}
        rows={board.rows}
        rowKey={(row) => row.studentId ?? String(row.submittedAt)}
        empty={t('noBoard')}
        dense
        className="max-h-[30rem] rounded-t-none border-t border-line"
      />
    </Card>
  );
}
