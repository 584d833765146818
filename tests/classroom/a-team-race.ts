import type { TeamRace } from '@/protocol/team-race';

/** A race of two teams: these students, and one of whom nobody is kept. */
export function aTeamRace(studentIds: readonly string[]): TeamRace {
  const place = { first: 1, last: 2 };
  const stands = (rank: number) => ({ before: { rank, place }, final: { rank, place } });
  const shares = { publicAccuracy: 0.5, privateAccuracy: 0.45 };
  return {
    teams: [
      {
        ...{ team: 'Fast ones', colour: 0, studentIds, size: studentIds.length + 1, missing: 1, at: 5 },
        ...{ ...shares, ...stands(1), again: { ...place, wins: 600 } },
      },
      {
        ...{ team: 'Others', colour: 1, studentIds: [], size: 3, missing: 0, at: 4 },
        ...{ ...shares, ...stands(2), again: { ...place, wins: 400 } },
      },
    ],
    alike: 1,
    races: 1_000,
  };
}
