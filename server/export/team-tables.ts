import { withShared } from '@/classroom/team-board';
import { rankedTeams } from '@/classroom/team-race';
import { type ExportSource, privateAccuracy } from './export-source';

/** The board of teams, a team a row; empty where students rank. Without names teams are numbered. */
export function* teamBoardRows(source: ExportSource) {
  const { state, named } = source;
  const ended = state.phase === 'ended';
  for (const [index, team] of rankedTeams(state).entries()) {
    const { rank, place } = ended ? team.final : team.before;
    const could = ended && team.again ? withShared(team.again, place) : null;
    yield {
      rank,
      shared_from: place?.first ?? null,
      shared_to: place?.last ?? null,
      team: named ? team.team : `team ${index + 1}`,
      members: team.size,
      members_submitted: team.size - team.missing,
      score: team.publicAccuracy,
      private_accuracy: privateAccuracy(source, team.privateAccuracy),
      could_be_from: could?.first ?? null,
      could_be_to: could?.last ?? null,
      wins: ended ? (team.again?.wins ?? null) : null,
      races: ended ? (state.teamRace?.races ?? null) : null,
      reached_at: new Date(team.at).toISOString(),
    };
  }
}

export const TEAM_BOARD_COLUMNS = [
  'rank',
  'shared_from',
  'shared_to',
  'team',
  'members',
  'members_submitted',
  'score',
  'private_accuracy',
  'could_be_from',
  'could_be_to',
  'wins',
  'races',
  'reached_at',
] as const;
