'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import { type Board, type BoardRow, type OwnTeam, ranksNetworks } from '@/protocol/views';
import { boardRowKey, shownRows } from './board-rows';
import { isRangeKnown, PlaceNumber, PlaceRange, PlaceRangeNote, SharedPlacesNote } from './place-number';
import { BaselineList } from './race/baseline-list';
import { RaceHead } from './race/race-head';
import { ReproducedNote, ReproducedSign } from './reproduced-sign';
import { TeamStandings } from './teams/team-standings';
import { type BoardFigure, useBoardFigures } from './use-board-figures';
import { useMovingRows } from './use-moving-rows';

export interface LeaderboardProps {
  board: Board;
  /** The viewer's own row; put beneath where it is not among the first. Teachers have none. */
  ownRow?: BoardRow | null;
  /** The viewer's own team, where teams rank. */
  ownTeam?: OwnTeam | null;
  /** Name for the viewer's own row where the board shows no names. */
  ownName?: string;
  className?: string;
}

/** Who stands where, by what the server itself has verified. */
export function Leaderboard({ board, ownRow = null, ownTeam = null, ownName, className }: LeaderboardProps) {
  const t = useTranslations('classroom');
  const numbers = useNumbers();
  const challenge = useTranslations('challenge');
  const accuracy: BoardFigure = {
    id: 'accuracy',
    header: t(board.revealed ? 'board.public' : 'board.accuracy'),
    text: (row) => numbers.percent(row.accuracy, 2),
    decides: false,
  };
  const final: BoardFigure = {
    id: 'final',
    header: t('board.final'),
    text: (row) => numbers.percent(row.finalAccuracy, 2),
    decides: true,
  };
  const ofRace = useBoardFigures(board.kind);
  const figures = ofRace
    ? board.revealed
      ? [...ofRace, { ...final, decides: false }]
      : ofRace
    : board.revealed
      ? [accuracy, final]
      : [accuracy];
  const rows = shownRows(board, ownRow);
  const body = useMovingRows<HTMLTableSectionElement>(
    rows.map((entry) => (entry.kind === 'row' ? boardRowKey(entry.row) : '…')).join(' '),
  );
  const ranged = isRangeKnown(board.rows);
  const columns = 2 + figures.length + (ranged ? 1 : 0);
  return (
    <div className={classNames('overflow-x-auto', className)}>
      <RaceHead board={board} className="px-4 pb-3 text-sm sm:px-5" />
      {board.teams && <TeamStandings board={board} teams={board.teams} own={ownTeam} />}
      <table aria-label={t('board.title')} className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-ink-soft">
            <th scope="col" className={`${HEAD} w-10 text-right sm:w-14`}>
              {t('board.rank')}
            </th>
            <th scope="col" className={`${HEAD} text-left`}>
              {t('board.student')}
            </th>
            {figures.map(({ id, header }) => (
              <th key={id} scope="col" className={`${HEAD} text-right`}>
                {header}
              </th>
            ))}
            {ranged && (
              <th scope="col" className={`${HEAD} text-right max-sm:hidden`}>
                {challenge('places.could')}
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns} className="px-3 py-8 text-center text-ink-soft">
                {board.race && board.kind !== 'accuracy'
                  ? challenge('race.none')
                  : ranksNetworks(board.kind)
                    ? t('board.empty')
                    : challenge('empty')}
              </td>
            </tr>
          )}
          {rows.map((entry) => {
            if (entry.kind === 'gap') {
              return (
                <tr key="gap">
                  <td colSpan={columns} className="py-0.5 text-center leading-none text-ink-soft">
                    <span aria-hidden="true">⋮</span>
                  </td>
                </tr>
              );
            }
            const { row, own } = entry;
            const key = boardRowKey(row);
            return (
              <tr
                key={own ? `own ${key}` : key}
                data-row={key}
                aria-current={own ? 'true' : undefined}
                className={own ? 'bg-accent-soft font-semibold' : undefined}
              >
                <td className={`${CELL} tabular text-right font-display font-bold`}>
                  <PlaceNumber row={row} />
                </td>
                <th scope="row" className={`${CELL} text-left font-semibold`}>
                  <span className="flex min-w-0 items-center gap-2">
                    <StudentMark mark={row.mark} className="size-5.5" decorative={row.nickname !== null} />
                    <span translate="no" className="truncate">
                      {row.nickname ?? (own ? (ownName ?? '') : t('board.anonymous'))}
                    </span>
                    {row.reproduced !== undefined && <ReproducedSign reproduced={row.reproduced} />}
                    {own && (
                      <span className="shrink-0 text-xs text-accent max-sm:sr-only">{t('board.you')}</span>
                    )}
                  </span>
                </th>
                {figures.map(({ id, text, decides }) => (
                  <td key={id} className={classNames(CELL, 'tabular text-right', decides && 'font-bold')}>
                    {text(row)}
                  </td>
                ))}
                {ranged && (
                  <td className={`${CELL} tabular text-right text-ink-soft max-sm:hidden`}>
                    <PlaceRange row={row} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <BaselineList
        board={board}
        className="border-b border-dashed border-line-strong px-3 py-2 text-sm text-ink-soft"
      />
      <SharedPlacesNote rows={board.rows} className="px-3 py-2 text-xs text-ink-soft" />
      <PlaceRangeNote rows={board.rows} className="px-3 pb-2 text-xs text-ink-soft max-sm:hidden" />
      <ReproducedNote rows={board.rows} className="px-3 py-2 text-xs text-ink-soft" />
    </div>
  );
}

const HEAD = 'border-b-2 border-line-strong px-2 py-2 font-semibold whitespace-nowrap sm:px-3';
const CELL = 'border-b border-line px-2 py-2 whitespace-nowrap sm:px-3 [th&]:w-full [th&]:max-w-0';
