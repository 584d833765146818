'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { BoardRow, TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';

interface Props {
  view: TeacherView;
  /** There is room for every column. */
  wide?: boolean;
}

/** The board as the teacher sees it: everybody, and after the end the half that had been hidden. */
export function ConsoleBoard({ view, wide = false }: Props) {
  const t = useTranslations('console.board');
  const numbers = useNumbers();
  const { nameOf } = useConsole();
  const challenge = useTranslations('challenge');
  const { board, roster } = view;
  const figures = useBoardFigures(board.kind);
  const submissions = useMemo(() => new Map(roster.map((entry) => [entry.id, entry.submissions])), [roster]);

  const columns: Column<BoardRow>[] = [
    {
      id: 'rank',
      header: t('rank'),
      align: 'right',
      cell: (row) => numbers.integer(row.rank),
    },
    {
      id: 'student',
      header: t('student'),
      rowHeader: true,
      className: 'w-full max-w-0',
      cell: (row) => {
        const name = nameOf(row);
        return (
          <span className="flex min-w-0 items-center gap-2" title={name}>
            <StudentMark mark={row.mark} className="size-5" />
            <span translate="no" className="truncate">
              {name}
            </span>
          </span>
        );
      },
    },
    ...(figures?.map(({ id, header, text, decides }) => ({
      id,
      header,
      align: 'right' as const,
      className: decides ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap',
      cell: text,
    })) ?? [
      {
        id: 'accuracy',
        header: t('accuracy'),
        align: 'right' as const,
        cell: (row: BoardRow) => numbers.percent(row.accuracy),
      },
    ]),
    ...(board.revealed
      ? [
          {
            id: 'final',
            header: t('final'),
            align: 'right' as const,
            className: 'font-semibold',
            cell: (row: BoardRow) => numbers.percent(row.finalAccuracy),
          },
        ]
      : []),
    ...(wide
      ? [
          {
            id: 'submissions',
            header: t('submissions'),
            align: 'right' as const,
            className: 'max-sm:hidden',
            cell: (row: BoardRow) => numbers.integer(submissions.get(row.studentId ?? '')),
          },
        ]
      : []),
  ];
  const note = figures
    ? challenge(view.class.phase === 'ended' ? 'over' : 'running')
    : t(board.revealed ? 'revealed' : 'running');
  return (
    <Card as="section" title={t('title')} flush>
      <p className="-mt-2 px-4 pb-3 text-sm text-ink-soft sm:px-5">{note}</p>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={board.rows}
        rowKey={(row) => row.studentId ?? String(row.submittedAt)}
        empty={figures ? challenge('empty') : t('empty')}
        dense
        className="max-h-80 xl:max-h-[26rem] rounded-t-none border-t border-line"
      />
    </Card>
  );
}
