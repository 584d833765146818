'use client';

import { useTranslations } from 'use-intl';
import type { Board, OwnTeam, TeamBoard } from '@/protocol/views';
import { OwnTeamList } from './own-team-list';
import { TeamTable } from './team-table';

interface Props {
  board: Board;
  teams: TeamBoard;
  /** The viewer's own; null: in none. */
  own: OwnTeam | null;
}

/** A race by teams as one of its students sees it: the teams, the own one, and then everybody. */
export function TeamStandings({ board, teams, own }: Props) {
  const t = useTranslations('challenge.teams');
  return (
    <>
      <TeamTable board={board} teams={teams} own={own?.row ?? null} />
      {own === null ? (
        <p data-testid="own-team" className="px-4 py-3 text-sm text-ink-soft sm:px-5">
          {t('inNone')}
        </p>
      ) : (
        <OwnTeamList team={own} />
      )}
      <h3 className="px-4 pt-3 font-sans text-sm font-semibold tracking-normal sm:px-5">{t('everybody')}</h3>
    </>
  );
}
