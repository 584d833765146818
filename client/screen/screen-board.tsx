'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isAnyShared, PlaceNumber } from '@/client/challenge/place-number';
import { BaselineList } from '@/client/challenge/race/baseline-list';
import { RaceHead } from '@/client/challenge/race/race-head';
import { isAnyTrainedAgain, ReproducedNote, ReproducedSign } from '@/client/challenge/reproduced-sign';
import { frontBoard } from '@/client/challenge/teams/front-board';
import { MembersHandedIn } from '@/client/challenge/teams/members-handed-in';
import { RowMark } from '@/client/challenge/teams/row-mark';
import { type BoardFigure, useBoardFigures } from '@/client/challenge/use-board-figures';
import { useSettling } from '@/client/console/use-settling';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { Board, BoardRow } from '@/protocol/views';

/** Room for what is said in a figure's column; elsewhere a percentage. */
const WIDTHS: Record<string, string> = {
  reached: 'w-[4.6ch]',
  points: 'w-[5.2ch]',
  result: 'w-[8ch]',
  weights: 'w-[8.5ch]',
  examples: 'w-[7ch]',
};

/** Rows that can be read from the back of a room; fewer while it says across the wall that the class is paused. */
const ROWS = 8;
const ROWS_PAUSED = 5;

interface Props {
  board: Board | null;
  /** It is all that the wall shows, and can be larger. */
  alone?: boolean;
  paused: boolean;
}

/** The board on the wall: marks, and names only where the teacher shows them. */
export function ScreenBoard({ board: given, alone = false, paused }: Props) {
  const board = frontBoard(given);
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const markName = useMarkName();
  const challenge = useTranslations('challenge');
  const accuracy: BoardFigure = {
    id: 'accuracy',
    header: t('accuracy'),
    // After the end it is the half that nobody has seen that ranks.
    text: (row) => numbers.percent(row.finalAccuracy ?? row.accuracy),
    decides: true,
  };
  const ofChallenge = useBoardFigures(board?.kind ?? 'accuracy');
  const figures = ofChallenge ?? [accuracy];
  const body = useRef<HTMLTableSectionElement>(null);
  const all = board?.rows ?? [];
  const isOfRace = board?.race !== undefined && board.kind !== 'accuracy';
  // Rules and comparison take two lines each where the board has but a part of the wall.
  const ofRace = [board?.race, board?.baselines, given?.teams].filter(Boolean).length * (alone ? 1 : 2);
  const notes = Number(isAnyShared(all)) + Number(isAnyTrainedAgain(all));
  const most = Math.max(2, (paused ? ROWS_PAUSED : ROWS) - notes - ofRace);
  const rows = all.slice(0, most);
  useSettling(body, rows.map(keyOf));
  if (board === null) return <p className="self-center text-screen-sm text-ink-soft">{t('boardOff')}</p>;
  return (
    <section className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-[clamp(0.75rem,1.4vw,2rem)]">
      {!alone && <h2 className="text-screen">{t('board')}</h2>}
      <RaceHead board={board} className="text-screen-sm" />
      {given?.teams && <p className="text-screen-sm text-ink-soft">{broken(challenge('teams.rule'))}</p>}
      {rows.length === 0 ? (
        <div className="my-auto py-[3vh] text-center">
          <p className="text-screen-sm font-semibold">
            {given?.teams ? challenge('teams.none') : isOfRace ? challenge('race.none') : t('boardEmpty')}
          </p>
          <p className="mt-2 text-screen-sm text-ink-soft">
            {ofChallenge && !isOfRace ? challenge('emptyText') : t('boardEmptyText')}
          </p>
        </div>
      ) : (
        <table
          className={classNames(
            'tabular mt-[1vh] w-full table-fixed',
            alone ? 'text-screen' : 'text-screen-sm',
          )}
        >
          <caption className="sr-only">{t('board')}</caption>
          <colgroup>
            <col className="w-[3.4ch]" />
            <col />
            {given?.teams && <col className="w-[6.5ch]" />}
            {figures.map(({ id }) => (
              <col key={id} className={WIDTHS[id] ?? 'w-[6.5ch]'} />
            ))}
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('rank')}</th>
              <th scope="col">{given?.teams ? challenge('teams.team') : t('student')}</th>
              {given?.teams && <th scope="col">{challenge('teams.handedIn')}</th>}
              {figures.map(({ id, header }) => (
                <th key={id} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row) => (
              <tr key={keyOf(row)} data-settle={keyOf(row)} className="border-b border-line last:border-b-0">
                <td className="py-[0.45vh] text-right font-bold">
                  <PlaceNumber row={row} />
                </td>
                <th scope="row" className="px-[1vw] text-left font-semibold">
                  <span className="flex min-w-0 items-center gap-[0.8vw]">
                    <RowMark row={row} className="size-[1.3em]" />
                    <span
                      translate={row.nickname === null ? undefined : 'no'}
                      className={row.nickname === null ? 'truncate font-normal text-ink-soft' : 'truncate'}
                    >
                      {row.nickname ?? markName(row.mark)}
                    </span>
                    {row.reproduced !== undefined && (
                      <ReproducedSign reproduced={row.reproduced} size="size-[0.9em]" />
                    )}
                  </span>
                </th>
                {row.team && (
                  <td className="whitespace-nowrap text-right text-ink-soft">
                    <MembersHandedIn count={row.team.size - row.team.missing} size={row.team.size} />
                  </td>
                )}
                {figures.map(({ id, text, decides }) => (
                  <td
                    key={id}
                    className={classNames(
                      'whitespace-nowrap text-right',
                      decides ? 'font-bold' : 'text-ink-soft',
                    )}
                  >
                    {text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAnyShared(rows) && (
        <p className="mt-auto pt-[1vh] text-screen-sm text-ink-soft">
          {isOfRace ? challenge('race.equal') : t('shared')}
        </p>
      )}
      <BaselineList board={board} className="pt-[1vh] text-screen-sm text-ink-soft" />
      <ReproducedNote rows={rows} size="size-[1em]" className="pt-[1vh] text-screen-sm text-ink-soft" />
      {board.total > rows.length && rows.length > 0 && (
        <p className="mt-auto pt-[1vh] text-screen-sm text-ink-soft">
          {given?.teams
            ? challenge('teams.more', { count: board.total - rows.length })
            : t('more', { count: board.total - rows.length })}
        </p>
      )}
    </section>
  );
}

/** Rows of a projector carry no id, but no two students have one mark, as far as the marks reach. */
function keyOf({ mark, nickname }: BoardRow): string {
  return `${mark.colour}-${mark.glyph}-${nickname ?? ''}`;
}
