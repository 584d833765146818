'use client';

import { useTranslations } from 'use-intl';
import {
  isRangeKnown,
  PlaceNumber,
  PlaceRange,
  PlaceRangeNote,
  SharedPlacesNote,
} from '@/client/challenge/place-number';
import { useMovingRows } from '@/client/challenge/use-moving-rows';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { Board, BoardRow, TeamBoard } from '@/protocol/views';
import { MembersHandedIn } from './members-handed-in';
import { TeamMark } from './team-mark';

interface Props {
  board: Pick<Board, 'revealed'>;
  teams: TeamBoard;
  /** The viewer's own, which stands beneath where it is not among the first. */
  own?: BoardRow | null;
  /** With how often each has won, where the race has been run again and there is room for it. */
  wins?: boolean;
  className?: string;
}

const isOne = (row: BoardRow, other: BoardRow | null): boolean =>
  other !== null && row.nickname === other.nickname;

/** The teams of a race, how their results come about, and who stands where. */
export function TeamTable({ board: { revealed }, teams, own = null, wins = false, className }: Props) {
  const t = useTranslations('challenge.teams');
  const challenge = useTranslations('challenge');
  const numbers = useNumbers();
  const isBeneath = own !== null && !teams.rows.some((row) => isOne(row, own));
  const rows = isBeneath ? [...teams.rows, own] : teams.rows;
  const body = useMovingRows<HTMLTableSectionElement>(rows.map(({ nickname }) => nickname).join('\n'));
  const ranged = isRangeKnown(rows);
  const races = wins ? teams.again?.races : undefined;
  return (
    <div data-testid="team-board" className={className}>
      <p className="px-4 pb-2 text-sm text-ink-soft sm:px-5">{broken(t('rule'))}</p>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-ink-soft sm:px-5">{t('none')}</p>
      ) : (
        <div className="overflow-x-auto">
          <table aria-label={t('title')} className="w-full border-separate border-spacing-0 text-sm">
            <thead>
              <tr className="text-xs text-ink-soft">
                <th scope="col" className={`${HEAD} w-10 text-right sm:w-14`}>
                  {t('rank')}
                </th>
                <th scope="col" className={`${HEAD} text-left`}>
                  {t('team')}
                </th>
                <th scope="col" className={`${HEAD} text-right`}>
                  {t('handedIn')}
                </th>
                <th scope="col" className={`${HEAD} text-right`}>
                  {t(revealed ? 'public' : 'accuracy')}
                </th>
                {revealed && (
                  <th scope="col" className={`${HEAD} text-right`}>
                    {t('final')}
                  </th>
                )}
                {ranged && (
                  <th scope="col" className={`${HEAD} text-right max-sm:hidden`}>
                    {challenge('places.could')}
                  </th>
                )}
                {races !== undefined && (
                  <th scope="col" className={`${HEAD} text-right max-sm:hidden`}>
                    {challenge('again.column', { races: numbers.integer(races) })}
                  </th>
                )}
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => {
                const isOwn = isOne(row, own);
                const name = row.nickname ?? t('numbered', { number: index + 1 });
                const { size, missing } = row.team!;
                return (
                  <tr
                    key={name}
                    data-row={name}
                    aria-current={isOwn ? 'true' : undefined}
                    className={isOwn ? 'bg-accent-soft font-semibold' : undefined}
                  >
                    <td className={`${CELL} tabular text-right font-display font-bold`}>
                      <PlaceNumber row={row} />
                    </td>
                    <th scope="row" className={`${CELL} text-left font-semibold`}>
                      <span className="flex min-w-0 items-center gap-2">
                        <TeamMark colour={row.mark.colour} className="size-5.5" />
                        <span translate="no" className="truncate" title={name}>
                          {name}
                        </span>
                        {isOwn && (
                          <span className="shrink-0 text-xs text-accent max-sm:sr-only">{t('mine')}</span>
                        )}
                      </span>
                    </th>
                    <td className={`${CELL} tabular text-right`}>
                      <MembersHandedIn count={size - missing} size={size} />
                    </td>
                    <td className={classNames(CELL, 'tabular text-right', !revealed && 'font-bold')}>
                      {numbers.percent(row.accuracy, 2)}
                    </td>
                    {revealed && (
                      <td className={`${CELL} tabular text-right font-bold`}>
                        {numbers.percent(row.finalAccuracy, 2)}
                      </td>
                    )}
                    {ranged && (
                      <td className={`${CELL} tabular text-right text-ink-soft max-sm:hidden`}>
                        <PlaceRange row={row} />
                      </td>
                    )}
                    {races !== undefined && (
                      <td className={`${CELL} tabular text-right max-sm:hidden`}>
                        {numbers.integer(row.wins)}
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <SharedPlacesNote rows={rows} className="px-4 py-2 text-xs text-ink-soft sm:px-5" />
      <PlaceRangeNote rows={rows} className="px-4 pb-2 text-xs text-ink-soft max-sm:hidden sm:px-5" />
    </div>
  );
}

const HEAD = 'border-b-2 border-line-strong px-2 py-2 font-semibold whitespace-nowrap sm:px-3';
const CELL = 'border-b border-line px-2 py-2 whitespace-nowrap sm:px-3 [th&]:w-full [th&]:max-w-0';
