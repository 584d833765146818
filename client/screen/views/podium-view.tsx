'use client';

import { useTranslations } from 'use-intl';
import { useCouldWords } from '@/client/challenge/place-number';
import { frontBoard } from '@/client/challenge/teams/front-board';
import { RowMark } from '@/client/challenge/teams/row-mark';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { BoardRow } from '@/protocol/views';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** The places on the stand, as they stand from left to right, and how high each is. */
const PLACES = [
  { rank: 2, height: '26vh', look: 'bg-surface-sunken' },
  { rank: 1, height: '36vh', look: 'bg-accent-soft' },
  { rank: 3, height: '18vh', look: 'bg-surface-sunken' },
] as const;
/** Those who share a place beyond these are on the board. */
const MOST_ON_A_PLACE = 3;

/** The first three, after the end. */
export function PodiumView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const couldWords = useCouldWords();
  const numbers = useNumbers();
  const ofChallenge = useBoardFigures(view.board?.kind ?? 'accuracy');
  const rows = frontBoard(view.board)?.rows ?? [];
  /** How many share the first place, for all that the hidden pictures say. */
  const tied = rows[0]?.place?.last ?? 1;
  const figure = (row: BoardRow) =>
    ofChallenge
      ? ofChallenge.find(({ decides }) => decides)?.text(row)
      : numbers.percent(row.finalAccuracy ?? row.accuracy);
  return (
    <ViewFrame view={view} origins={origins} over={t('ended')} title={t('podium')}>
      {tied > 1 && <p className="text-screen-sm text-ink-soft">{t('podiumShared', { count: tied })}</p>}
      {rows.length === 0 ? (
        <p className="text-screen">{t('nobody')}</p>
      ) : (
        <ol
          aria-label={t('podium')}
          className="grid flex-1 grid-cols-3 items-end gap-[2vw] text-center"
          data-testid="podium"
        >
          {PLACES.map(({ rank, height, look }) => {
            const here = rows.filter((row) => row.rank === rank).slice(0, MOST_ON_A_PLACE);
            return (
              <li key={rank} className="flex min-w-0 flex-col items-center gap-[1.5vh]">
                <ul className="flex min-w-0 max-w-full flex-wrap justify-center gap-x-[2vw] gap-y-[1vh]">
                  {here.map((row) => (
                    <li
                      key={`${row.mark.colour}-${row.mark.glyph}-${row.submittedAt}`}
                      className="flex min-w-0 max-w-full flex-col items-center"
                    >
                      <RowMark row={row} className="size-[clamp(2.5rem,5vw,7rem)]" />
                      <PlaceName row={row} />
                      <span className="tabular text-screen-sm text-ink-soft">{figure(row)}</span>
                      {row.could && here.length === 1 && (
                        <span className="tabular text-screen-sm text-ink-soft">{couldWords(row.could)}</span>
                      )}
                    </li>
                  ))}
                </ul>
                <span
                  className={`tabular grid w-full place-items-start justify-center rounded-t-lg border-x border-t border-line-strong pt-[1.5vh] text-screen-lg font-bold ${look}`}
                  style={{ height }}
                >
                  {numbers.integer(rank)}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </ViewFrame>
  );
}

/** The name where the teacher shows names, and what the mark is called otherwise. */
function PlaceName({ row }: { row: BoardRow }) {
  const markName = useMarkName();
  return (
    <span
      translate={row.nickname === null ? undefined : 'no'}
      className="max-w-full truncate text-screen font-semibold"
    >
      {row.nickname ?? markName(row.mark)}
    </span>
  );
}
