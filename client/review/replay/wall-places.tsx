'use client';

import { useTranslations } from 'use-intl';
import { TeamMark } from '@/client/challenge/teams/team-mark';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ReplayTeamPlace } from './places';
import type { Scene } from './scene';
import { useRaceFigure } from './use-race-figure';
import { Whose } from './whose';

/** Places of the board that the wall has room for. */
const PLACES = 8;

/** The board on the wall, as its race ranked it then. */
export function WallPlaces({ scene: { board, names, race, teams } }: { scene: Scene }) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  const figure = useRaceFigure(race);
  if (names.ranking === 'off' || board.length === 0) return null;
  if (teams) return <WallTeams teams={teams} />;
  return (
    <div className="flex flex-col gap-1">
      {race.metric !== 'accuracy' && <p className="ml-auto text-sm text-ink-soft">{figure.header}</p>}
      <ol aria-label={t('board')} className="flex flex-col gap-1">
        {board.slice(0, PLACES).map(({ student, rank, value }) => (
          <li key={student.id} className="tabular flex items-center gap-2">
            <span className="w-6 text-right">{numbers.integer(rank)}</span>
            <Whose student={student} named={names.ranking === 'named' && names.onScreen} />
            <span className="ml-auto font-semibold">{figure.text(value)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Teams are called by their names, however students are shown. */
function WallTeams({ teams }: { teams: readonly ReplayTeamPlace[] }) {
  const t = useTranslations('challenge.teams');
  const numbers = useNumbers();
  return (
    <ol aria-label={t('title')} className="flex flex-col gap-1">
      {teams.slice(0, PLACES).map(({ name, number, colour, rank, value }) => (
        <li key={number} className="tabular flex items-center gap-2">
          <span className="w-6 text-right">{numbers.integer(rank)}</span>
          <TeamMark colour={colour} className="size-5" />
          <span translate="no" className="truncate">
            {name ?? t('numbered', { number })}
          </span>
          <span className="ml-auto font-semibold">{numbers.percent(value)}</span>
        </li>
      ))}
    </ol>
  );
}
