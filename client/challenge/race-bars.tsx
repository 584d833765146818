'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { Board, BoardRow } from '@/protocol/views';
import { boardRowKey, isSameRow } from './board-rows';
import { PlaceNumber } from './place-number';
import { RowMark } from './teams/row-mark';
import { useRaceRun } from './use-race-run';

interface Props {
  board: Board;
  /** Rows at the top of the board; all others are one bar. */
  most: number;
  /** The viewer's own row, which always has a bar. */
  ownRow?: BoardRow | null;
  ownName?: string;
  /** On the wall: to be read from the last row of the room. */
  wall?: boolean;
}

interface Bar {
  key: string;
  row: BoardRow | null;
  name: string;
  wins: number;
  own: boolean;
}

/** How often each network would have won, were the race run again: a bar each, in the board's order. Nothing before that is shown. */
export function RaceBars({ board, most, ownRow = null, ownName, wall = false }: Props) {
  const t = useTranslations('challenge.again');
  const numbers = useNumbers();
  const markName = useMarkName();
  const races = board.again?.races ?? 0;
  const { ref, over } = useRaceRun<HTMLUListElement>(board.again?.shownAt ?? null, races);
  const barOf = (row: BoardRow): Bar => {
    const own = ownRow !== null && isSameRow(row, ownRow);
    const name = row.nickname ?? (own ? ownName : undefined) ?? markName(row.mark);
    return { key: boardRowKey(row), row, name, wins: row.wins ?? 0, own };
  };
  const isOfTeams = board.rows[0]?.team !== undefined;
  const bars = board.rows.slice(0, most).map(barOf);
  if (ownRow?.wins !== undefined && !bars.some(({ own }) => own)) bars.push(barOf(ownRow));
  const others = board.total - bars.length;
  if (others > 0) {
    const wins = races - bars.reduce((sum, bar) => sum + bar.wins, 0);
    bars.push({
      key: 'others',
      row: null,
      name: t(isOfTeams ? 'otherTeams' : 'others', { count: others }),
      wins,
      own: false,
    });
  }
  const scale = Math.max(1, ...bars.map(({ wins }) => wins));
  // What came of the first ones is what came of all, in small: nobody can tell their order.
  const share = races === 0 ? 1 : over / races;
  return (
    <div className={classNames('flex flex-col', wall ? 'min-h-0 flex-1 gap-[1.5vh]' : 'gap-3')}>
      <p className={classNames('tabular', wall ? 'text-screen-sm text-ink-soft' : 'text-sm text-ink-soft')}>
        {t('shown', { over: numbers.integer(over) })}
      </p>
      <ul
        ref={ref}
        aria-label={t('title')}
        data-testid="race-again"
        data-over={over}
        className={classNames('flex flex-col', wall ? 'flex-1 justify-evenly' : 'gap-1.5')}
      >
        {bars.map(({ key, row, name, wins, own }) => (
          <li
            key={key}
            data-row={key}
            data-wins={wins}
            aria-current={own ? 'true' : undefined}
            className={classNames(
              'grid items-center',
              wall
                ? 'grid-cols-[3.4ch_minmax(0,1fr)_minmax(0,1.6fr)] gap-x-[1.5vw] text-screen leading-tight'
                : 'grid-cols-[2.6rem_minmax(0,1fr)_minmax(0,1.4fr)] gap-x-2.5 rounded-sm px-1 py-1 text-sm',
              own && 'bg-accent-soft font-semibold',
            )}
          >
            <span className="tabular text-right font-bold">{row && <PlaceNumber row={row} />}</span>
            <span className="flex min-w-0 items-center gap-[0.5em] font-semibold">
              {row && <RowMark row={row} className="size-[1.3em]" decorative />}
              <span
                translate={row?.nickname ? 'no' : undefined}
                className={classNames('truncate', row === null && 'font-normal text-ink-soft')}
              >
                {name}
              </span>
            </span>
            <span className="flex items-center border-l-2 border-line-strong">
              <span
                aria-hidden="true"
                className={classNames(
                  'block rounded-r-sm transition-[width] duration-200 ease-settle',
                  wall ? 'h-[3.4vh]' : 'h-4',
                  row === null ? 'bg-line-strong' : 'bg-series-1',
                )}
                style={{ width: `calc(${(share * wins) / scale} * (100% - 6ch))` }}
              />
              <span className="tabular pl-[0.4em] leading-none font-semibold">
                {numbers.integer(Math.round(share * wins))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
