'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { LazyScreenDevices } from '@/client/benches/compute/lazy-devices';
import { isRangeKnown, PlaceNumber, PlaceRange, SharedPlacesNote } from '@/client/challenge/place-number';
import { frontBoard } from '@/client/challenge/teams/front-board';
import { RowMark } from '@/client/challenge/teams/row-mark';
import { type BoardFigure, useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { BoardRow, ScreenView } from '@/protocol/views';
import { AwardList } from './award-list';
import { awardsOf, placesBefore } from './awards';

const ROWS = 8;
const NONE: readonly BoardRow[] = [];

/** The reveal: the hidden half decides, and what else deserves a hand. */
export function ScreenEnded({ view }: { view: ScreenView }) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const markName = useMarkName();
  const board = useMemo(() => frontBoard(view.board), [view.board]);
  const rows = board?.rows ?? NONE;
  const students = view.board?.rows ?? NONE;
  const before = useMemo(() => placesBefore(rows), [rows]);
  // With only the top of the board in sight nobody's climb and no first submission can be told.
  const challenge = useTranslations('challenge');
  const devices = useTranslations('compute');
  const halves: readonly BoardFigure[] = [
    { id: 'before', header: t('before'), text: (row) => numbers.percent(row.accuracy), decides: false },
    { id: 'final', header: t('final'), text: (row) => numbers.percent(row.finalAccuracy), decides: true },
  ];
  const ofChallenge = useBoardFigures(view.board?.kind ?? 'accuracy');
  const figures = ofChallenge ?? halves;
  const whole = board !== null && board.total <= rows.length;
  // Awards are students', whoever ranks.
  const isWhole = view.board !== null && view.board.total <= students.length;
  const awards = useMemo(() => (isWhole ? awardsOf(students) : []), [students, isWhole]);
  return (
    <main id="content" className="flex flex-1 flex-col gap-[3vh] p-[clamp(1rem,3vw,4.5rem)]">
      <h1 className="sr-only">{t('pageTitle', { code: view.class.code })}</h1>
      <header className="pr-36">
        <p className="text-screen-sm text-ink-soft">{t('ended')}</p>
        <h2 className="text-screen-lg">
          {view.devices ? devices('label.class') : view.board === null ? t('ended') : t('revealed')}
        </h2>
        {rows.length > 0 && (
          <p className="mt-[0.5vh] text-screen-sm">{ofChallenge ? challenge('over') : t('revealedText')}</p>
        )}
        <SharedPlacesNote rows={rows} className="text-screen-sm text-ink-soft" />
      </header>
      {view.devices ? (
        <LazyScreenDevices devices={view.devices} />
      ) : view.board === null ? null : rows.length === 0 ? (
        <p className="text-screen">{t('nobody')}</p>
      ) : (
        <div className="grid flex-1 items-start gap-[3vw] lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
          <table className="tabular w-full table-fixed text-screen-sm">
            <caption className="sr-only">{t('revealed')}</caption>
            <thead>
              <tr className="text-ink-soft">
                <th scope="col" className="w-[4ch] text-right font-normal">
                  <span className="sr-only">{t('rank')}</span>
                </th>
                <th scope="col" className="px-[1vw] text-left font-normal">
                  <span className="sr-only">{t('student')}</span>
                </th>
                {figures.map(({ id, header }) => (
                  <th
                    key={id}
                    scope="col"
                    className={classNames('text-right font-normal', ofChallenge ? 'w-[8.5ch]' : 'w-[7ch]')}
                  >
                    {header}
                  </th>
                ))}
                {isRangeKnown(rows) && (
                  <th scope="col" className="w-[6.4em] text-right font-normal">
                    {challenge('places.could')}
                  </th>
                )}
                <th scope="col" className="w-[4.5ch]">
                  <span className="sr-only">{t('rank')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, ROWS).map((row) => {
                const climbed = whole && !ofChallenge ? before.get(row)! - row.rank : 0;
                return (
                  <tr
                    key={`${row.mark.colour}-${row.mark.glyph}-${row.submittedAt}`}
                    className={classNames(
                      (row.place?.first ?? row.rank) === 1 && 'bg-accent-soft',
                      (row.place?.last ?? row.rank) === 1 && 'text-[1.2em]',
                    )}
                  >
                    <td className="rounded-l-md py-[1vh] text-right font-bold">
                      <PlaceNumber row={row} />
                    </td>
                    <th scope="row" className="px-[1vw] text-left font-semibold">
                      <span className="flex min-w-0 items-center gap-[0.8vw]">
                        <RowMark row={row} className="size-[1.5em]" />
                        {/* Whoever has won is called by the whole name. */}
                        <span
                          className={row.rank === 1 ? 'line-clamp-2 leading-tight wrap-anywhere' : 'truncate'}
                        >
                          {row.nickname ?? markName(row.mark)}
                        </span>
                      </span>
                    </th>
                    {figures.map(({ id, text, decides }) => (
                      <td
                        key={id}
                        className={classNames('text-right', decides ? 'font-bold' : 'text-ink-soft')}
                      >
                        {text(row)}
                      </td>
                    ))}
                    {isRangeKnown(rows) && (
                      <td className="text-right text-ink-soft">
                        <PlaceRange row={row} />
                      </td>
                    )}
                    <td className="rounded-r-md pr-[0.6vw] text-right">
                      {climbed !== 0 && (
                        <span
                          className={`inline-flex items-center ${climbed > 0 ? 'text-positive' : 'text-negative'}`}
                        >
                          {climbed > 0 ? (
                            <ArrowUp aria-hidden="true" className="size-[0.9em]" />
                          ) : (
                            <ArrowDown aria-hidden="true" className="size-[0.9em]" />
                          )}
                          <span aria-hidden="true">{Math.abs(climbed)}</span>
                          <span className="sr-only">
                            {t(climbed > 0 ? 'moveUp' : 'moveDown', { places: Math.abs(climbed) })}
                          </span>
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <AwardList awards={awards} />
        </div>
      )}
    </main>
  );
}
