'use client';

import { useFormatter, useTranslations } from 'use-intl';
import {
  isRangeKnown,
  PlaceNumber,
  PlaceRange,
  PlaceRangeNote,
  SharedPlacesNote,
} from '@/client/challenge/place-number';
import { BaselineList } from '@/client/challenge/race/baseline-list';
import { RaceHead } from '@/client/challenge/race/race-head';
import { ReproducedSign } from '@/client/challenge/reproduced-sign';
import { TeamTable } from '@/client/challenge/teams/team-table';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { BoardRow } from '@/protocol/views';
import type { ClassReview } from './review-data';

interface Props {
  board: ClassReview['board'];
  /** The class has ended. */
  over: boolean;
}

/** The board as it stood at the end, with both halves of the hidden data. */
export function FinalBoard({ board, over }: Props) {
  const t = useTranslations('review.class');
  const numbers = useNumbers();
  const format = useFormatter();
  const figures = useBoardFigures(board.kind);
  const challenge = useTranslations('challenge');
  const ranged = isRangeKnown(board.rows);
  const title = t(over ? 'board' : 'boardRunning');
  const columns: Column<BoardRow>[] = [
    {
      id: 'rank',
      header: t('rank'),
      align: 'right',
      className: 'w-14',
      cell: (row) => <PlaceNumber row={row} />,
    },
    {
      id: 'student',
      header: t('student'),
      rowHeader: true,
      className: 'w-full max-w-0 min-w-32',
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2" title={row.nickname ?? undefined}>
          <StudentMark mark={row.mark} className="size-5" decorative={row.nickname !== null} />
          <span translate="no" className="truncate">
            {row.nickname}
          </span>
          {row.reproduced !== undefined && <ReproducedSign reproduced={row.reproduced} />}
        </span>
      ),
    },
    ...(figures?.map(({ id, header, text, decides }) => ({
      id,
      header,
      align: 'right' as const,
      className: decides ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap',
      cell: text,
    })) ?? [
      {
        id: 'public',
        header: t('public'),
        align: 'right' as const,
        cell: (row: BoardRow) => numbers.percent(row.accuracy),
      },
    ]),
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
    ...(ranged
      ? [
          {
            id: 'could',
            header: challenge('places.could'),
            align: 'right' as const,
            className: 'max-sm:hidden',
            cell: (row: BoardRow) => <PlaceRange row={row} />,
          },
        ]
      : []),
    ...(board.again
      ? [
          {
            id: 'wins',
            header: challenge('again.column', { races: numbers.integer(board.again.races) }),
            align: 'right' as const,
            className: 'max-sm:hidden',
            cell: (row: BoardRow) => numbers.integer(row.wins),
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
      <RaceHead board={board} className="-mt-2 px-4 pb-3 text-sm sm:px-5" />
      {board.teams && (
        <>
          <TeamTable board={board} teams={board.teams} wins className="pb-3" />
          <h3 className="px-4 pb-2 text-sm sm:px-5">{challenge('teams.everybody')}</h3>
        </>
      )}
      <DataTable
        caption={title}
        columns={columns}
        rows={board.rows}
        rowKey={(row) => row.studentId ?? String(row.submittedAt)}
        empty={t('noBoard')}
        dense
        className="max-h-[30rem] rounded-t-none border-t border-line"
      />
      <BaselineList board={board} className="border-t border-line px-4 py-2 text-sm text-ink-soft" />
      <SharedPlacesNote rows={board.rows} className="border-t border-line px-4 py-2 text-xs text-ink-soft" />
      <PlaceRangeNote
        rows={board.rows}
        className="border-t border-line px-4 py-2 text-xs text-ink-soft max-sm:hidden"
      />
    </Card>
  );
}
