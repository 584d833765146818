'use client';

import { ScanSearch } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { shareUnchanged } from '@/base/share-unchanged';
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
import { insidePath } from '@/client/review/inside-path';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import { type BoardRow, ranksNetworks, type TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useMay } from './may';
import { RaceSetUp } from './race/race-set-up';
import { useInOwnBeat } from './use-in-own-beat';

interface Props {
  view: TeacherView;
  /** There is room for every column. */
  wide?: boolean;
}

const NOBODY: TeacherView['roster'] = [];

/** More than so many rows beside the cards are drawn as far as they are in sight alone: of two hundred, each change was a long task. */
const MANY_ROWS = 40;
/** CSS pixels of each of many rows: a finger's size, as the link in it is. */
const ROW_PX = 45;
/** Rem of the columns of many rows: four of them are as wide as the card. */
const WIDTHS: Readonly<Record<string, number>> = { rank: 3.75, could: 4.5, inside: 3.85 };
const FIGURE_WIDTH = 4.75;
const NAME_WIDTHS = { four: 8.9, more: 6.25 };

/** The board as the teacher sees it: everybody, and after the end the half that had been hidden. */
export function ConsoleBoard({ view, wide = false }: Props) {
  const t = useTranslations('console.board');
  const numbers = useNumbers();
  const { nameOf } = useConsole();
  const challenge = useTranslations('challenge');
  const { roster } = view;
  const board = useInOwnBeat(view.board);
  const figures = useBoardFigures(board.kind);
  const rows = useSameRows(board.rows);
  const ranged = isRangeKnown(rows);
  // What was trained is opened where runs are reviewed, which is for owners.
  const sees = useMay('owner') && ranksNetworks(board.kind);
  const classId = view.class.id;
  // Of a table that tells of submissions alone: the same for all others, whatever the roster does.
  const counted = wide ? roster : NOBODY;
  const submissions = useMemo(
    () => new Map(counted.map((entry) => [entry.id, entry.submissions])),
    [counted],
  );

  const many = !wide && rows.length > MANY_ROWS;
  // The very same as long as they say the same: rows that stay as they are are not drawn anew.
  const columns = useMemo(() => {
    const told: Column<BoardRow>[] = [
      {
        id: 'rank',
        header: t('rank'),
        align: 'right',
        cell: (row) => <PlaceNumber row={row} />,
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
              {row.reproduced !== undefined && <ReproducedSign reproduced={row.reproduced} />}
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
      ...(sees
        ? [
            {
              id: 'inside',
              header: <span className="sr-only">{t('inside')}</span>,
              align: 'right' as const,
              cell: (row: BoardRow) =>
                row.runId === null ? null : (
                  <InsideLink href={insidePath(classId, row.runId)} name={nameOf(row)} />
                ),
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
    if (!many) return told;
    const student = told.length > 4 ? NAME_WIDTHS.more : NAME_WIDTHS.four;
    return told.map((column) => ({ ...column, width: { ...WIDTHS, student }[column.id] ?? FIGURE_WIDTH }));
  }, [
    t,
    challenge,
    numbers,
    nameOf,
    figures,
    board.revealed,
    ranged,
    wide,
    many,
    submissions,
    sees,
    classId,
  ]);
  const over = view.class.phase === 'ended';
  const note = !ranksNetworks(board.kind)
    ? challenge(over ? 'over' : 'running')
    : figures
      ? challenge(over ? 'race.over' : 'race.running')
      : t(board.revealed ? 'revealed' : 'running');
  return (
    <Card
      as="section"
      title={t('title')}
      flush
      actions={over || view.class.dataset === null ? undefined : <RaceSetUp view={view} size="sm" />}
      // Out of sight, which it is most of the time on a small screen, its table is not laid out.
      className="[contain-intrinsic-height:auto_16rem] [content-visibility:auto]"
    >
      <RaceHead board={board} className="-mt-2 px-4 pb-2 text-sm sm:px-5" />
      <p className="-mt-2 px-4 pb-3 text-sm text-ink-soft sm:px-5">{note}</p>
      {board.teams && (
        <>
          <TeamTable board={board} teams={board.teams} className="pb-3" />
          <h3 className="px-4 pb-2 text-sm sm:px-5">{challenge('teams.everybody')}</h3>
        </>
      )}
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.studentId ?? String(row.submittedAt)}
        empty={
          !ranksNetworks(board.kind) ? challenge('empty') : figures ? challenge('race.none') : t('empty')
        }
        dense
        rowHeight={many ? ROW_PX : undefined}
        className="max-h-80 xl:max-h-[26rem] rounded-t-none border-t border-line"
      />
      <BaselineList board={board} className="border-t border-line px-4 py-2 text-sm text-ink-soft sm:px-5" />
      <SharedPlacesNote
        rows={rows}
        className="border-t border-line px-4 py-2 text-xs text-ink-soft sm:px-5"
      />
      <PlaceRangeNote
        rows={rows}
        className="border-t border-line px-4 py-2 text-xs text-ink-soft max-sm:hidden sm:px-5"
      />
    </Card>
  );
}

/** Opens the network of a row at its run, in a tab of its own: the class goes on here. */
function InsideLink({ href, name }: { href: string; name: string }) {
  const t = useTranslations('console.board');
  const label = t('insideOf', { name });
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      title={label}
      aria-label={label}
      className="inline-grid size-7 place-items-center rounded-sm text-ink-soft hover:bg-surface-sunken hover:text-ink pointer-coarse:size-11"
    >
      <ScanSearch aria-hidden="true" className="size-4.5" />
    </a>
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
