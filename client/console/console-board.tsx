'use client';

import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { shareUnchanged } from '@/base/share-unchanged';
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

const NOBODY: TeacherView['roster'] = [];

/** The board as the teacher sees it: everybody, and after the end the half that had been hidden. */
export function ConsoleBoard({ view, wide = false }: Props) {
  const t = useTranslations('console.board');
  const numbers = useNumbers();
  const { nameOf } = useConsole();
  const challenge = useTranslations('challenge');
  const { board, roster } = view;
  const figures = useBoardFigures(board.kind);
  const rows = useSameRows(board.rows);
  // Of a table that tells of submissions alone: the same for all others, whatever the roster does.
  const counted = wide ? roster : NOBODY;
  const submissions = useMemo(
    () => new Map(counted.map((entry) => [entry.id, entry.submissions])),
    [counted],
  );

  // The very same as long as they say the same: rows that stay as they are are not drawn anew.
  const columns = useMemo(
    (): Column<BoardRow>[] => [
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
    ],
    [t, numbers, nameOf, figures, board.revealed, wide, submissions],
  );
  const note = figures
    ? challenge(view.class.phase === 'ended' ? 'over' : 'running')
    : t(board.revealed ? 'revealed' : 'running');
  return (
    <Card
      as="section"
      title={t('title')}
      flush
      // Out of sight, which it is most of the time on a small screen, its table is not laid out.
      className="[contain-intrinsic-height:auto_16rem] [content-visibility:auto]"
    >
      <p className="-mt-2 px-4 pb-3 text-sm text-ink-soft sm:px-5">{note}</p>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.studentId ?? String(row.submittedAt)}
        empty={figures ? challenge('empty') : t('empty')}
        dense
        className="max-h-80 xl:max-h-[26rem] rounded-t-none border-t border-line"
      />
    </Card>
  );
}

/** These rows, each the very same as before while it says the same, wherever it stands now. */
function useSameRows(rows: readonly BoardRow[]): readonly BoardRow[] {
  const known = useRef<ReadonlyMap<string | null, BoardRow>>(new Map());
  return useMemo(() => {
    const same = rows.map((row) => shareUnchanged(known.current.get(row.studentId), row));
    known.current = new Map(same.map((row) => [row.studentId, row]));
    return same;
  }, [rows]);
}
