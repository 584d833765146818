'use client';

import { useTranslations } from 'use-intl';
import { PlaceNumber, PlaceRange } from '@/client/challenge/place-number';
import { RowMark } from '@/client/challenge/teams/row-mark';
import { useMovingRows } from '@/client/challenge/use-moving-rows';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { RevealRow, RevealStage } from '@/protocol/reveal-views';
import { PlaceMove } from './place-move';
import { revealKey, useRevealNames } from './reveal-names';

interface Props {
  stage: RevealStage;
  /** Rows that are shown; the viewer's own is besides. */
  most: number;
  /** How the viewer is called. */
  ownName?: string;
  /** On the wall: to be read from the last row of the room. */
  wall?: boolean;
}

/** The race where its reveal stands: the board that is known, the hidden half beside it as far as it is shown, and at last who has moved. */
export function RevealTable({ stage, most, ownName, wall = false }: Props) {
  const t = useTranslations('reveal');
  const challenge = useTranslations('challenge.places');
  const teams = useTranslations('challenge.teams');
  const numbers = useNumbers();
  const nameOf = useRevealNames(ownName);
  const { phase } = stage;
  const moved = phase === 'moved';
  const rows = stage.rows.filter(({ own }, index) => own || index < most);
  const body = useMovingRows<HTMLTableSectionElement>(rows.map(revealKey).join(' '));
  const ranged = moved && rows.some(({ final }) => final?.could);
  const digits = wall ? 1 : 2;
  // What it was before is said by the arrow: on the wall and on a phone the names have the room.
  const known = moved && (wall ? 'hidden' : 'max-sm:hidden');
  const cell = classNames(
    'border-b border-line',
    wall ? (moved ? 'py-[0.5vh]' : 'py-[0.8vh]') : 'px-1.5 py-2 sm:px-3',
  );
  const head = classNames('font-normal text-ink-soft', wall ? 'pb-[0.6vh]' : 'px-1.5 pb-1 text-xs sm:px-3');
  return (
    <div className={classNames('min-w-0', wall && !moved && 'max-w-[36em] text-screen-sm')}>
      <table
        aria-label={t(`phases.${phase}` as 'phases.board')}
        data-testid="reveal-table"
        className={classNames(
          'tabular w-full table-fixed border-separate border-spacing-0',
          wall ? 'text-screen-sm' : 'text-sm',
        )}
      >
        <thead>
          <tr className="align-bottom">
            <th scope="col" className={classNames(head, 'text-right', wall ? 'w-[3.4ch]' : 'w-10 sm:w-12')}>
              <span className="sr-only">{t('columns.place')}</span>
            </th>
            <th scope="col" className={classNames(head, 'text-left')}>
              <span className="sr-only">{stage.rows[0]?.team ? teams('team') : t('columns.student')}</span>
            </th>
            <th scope="col" className={classNames(head, 'text-right', wall ? 'w-[7ch]' : 'w-[5rem]', known)}>
              {t('columns.public')}
            </th>
            {phase !== 'board' && (
              <th
                scope="col"
                className={classNames(head, 'text-right leading-tight', wall ? 'w-[9ch]' : 'w-[5rem]')}
              >
                {broken(t('columns.hidden'))}
              </th>
            )}
            {moved && (
              <th scope="col" className={classNames(head, 'text-right', wall ? 'w-[4.5ch]' : 'w-12')}>
                <span className="sr-only">{t('columns.before')}</span>
              </th>
            )}
            {ranged && (
              <th
                scope="col"
                className={classNames(
                  head,
                  'text-right leading-tight',
                  wall ? 'w-[6.4em]' : 'w-20 max-sm:hidden',
                )}
              >
                {challenge('could')}
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={revealKey(row)}
              data-row={revealKey(row)}
              data-hidden={row.finalAccuracy === null}
              aria-current={row.own ? 'true' : undefined}
              className={classNames(row.own && 'bg-accent-soft font-semibold')}
            >
              <td className={classNames(cell, 'text-right font-display font-bold')}>
                <PlaceNumber row={moved && row.final ? row.final : row} />
              </td>
              <th scope="row" className={classNames(cell, 'text-left font-semibold', wall && 'px-[1vw]')}>
                <span className="flex min-w-0 items-center gap-[0.5em]">
                  <RowMark row={row} className={wall ? 'size-[1.3em]' : 'size-5.5'} />
                  <span translate={row.nickname === null ? undefined : 'no'} className="truncate">
                    {nameOf(row)}
                  </span>
                  {row.own && (
                    <span className="shrink-0 text-xs text-accent max-sm:sr-only">
                      {row.team ? teams('mine') : t('you')}
                    </span>
                  )}
                </span>
              </th>
              <td
                className={classNames(
                  cell,
                  'text-right',
                  phase === 'board' ? 'font-bold' : 'text-ink-soft',
                  known,
                )}
              >
                {numbers.percent(row.accuracy, digits)}
              </td>
              {phase !== 'board' && (
                <td className={classNames(cell, 'text-right font-bold')}>
                  <Hidden row={row} digits={digits} />
                </td>
              )}
              {moved && row.final && (
                <td className={classNames(cell, 'text-right')}>
                  <PlaceMove before={row.rank} after={row.final.rank} />
                </td>
              )}
              {ranged && (
                <td className={classNames(cell, 'text-right text-ink-soft', !wall && 'max-sm:hidden')}>
                  {row.final && <PlaceRange row={row.final} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {stage.total > rows.length && (
        <p className={classNames('text-ink-soft', wall ? 'pt-[0.8vh] text-screen-sm' : 'px-3 pt-2 text-sm')}>
          {stage.rows[0]?.team
            ? teams('more', { count: stage.total - rows.length })
            : t('more', { count: stage.total - rows.length })}
        </p>
      )}
    </div>
  );
}

/** The hidden half of a row; a place kept for it while it is not shown. */
function Hidden({ row: { finalAccuracy }, digits }: { row: RevealRow; digits: number }) {
  const t = useTranslations('reveal');
  const numbers = useNumbers();
  if (finalAccuracy !== null) return <span>{numbers.percent(finalAccuracy, digits)}</span>;
  return (
    <span role="img" aria-label={t('notYet')} className="font-normal text-ink-soft">
      {'···'}
    </span>
  );
}
