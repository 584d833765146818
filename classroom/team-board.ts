import { LIMITS } from '@/protocol/limits';
import type { SharedPlace } from '@/protocol/shared-place';
import type { TeamResult } from '@/protocol/team-race';
import type { BoardRow, OwnTeam, TeamBoard } from '@/protocol/views';
import { countsInTeam } from './rank-teams';
import { isRanked, rank } from './scoring';
import type { ClassState, Student } from './state';
import { rankedTeams, ranksTeams } from './team-race';
import { asRevealed } from './unrevealed';

/** The mark of a team: of a colour, and of no glyph that a student has. */
export const teamMark = ({ colour }: Pick<TeamResult, 'colour'>) => ({ colour, glyph: 0 });

/** The board of teams; undefined where students rank. Its names are those that the teacher gave: nobody's own. */
export function teamBoard(state: ClassState, winsShown: boolean): TeamBoard | undefined {
  if (!ranksTeams(state)) return undefined;
  const ended = state.phase === 'ended';
  const teams = rankedTeams(state);
  const races = ended ? (state.teamRace?.races ?? null) : null;
  return {
    rows: teams.slice(0, LIMITS.boardRows).map((team) => teamRow(team, ended, winsShown)),
    total: teams.length,
    ...(races !== null && { again: { races, shownAt: state.rerunShownAt } }),
  };
}

function teamRow(team: TeamResult, ended: boolean, winsShown: boolean): BoardRow {
  const { again, publicAccuracy } = team;
  const { rank: at, place } = ended ? team.final : team.before;
  return {
    ...(place && { place }),
    ...(ended && again && { could: withShared(again, place), ...(winsShown && { wins: again.wins }) }),
    rank: at,
    mark: teamMark(team),
    nickname: team.team,
    studentId: null,
    accuracy: publicAccuracy,
    finalAccuracy: ended ? team.privateAccuracy : null,
    shown: { kind: 'share', amount: publicAccuracy, of: null },
    runId: null,
    submittedAt: team.at,
    team: { size: team.size, missing: team.missing },
  };
}

/** Who shares a place can have any of it, too. */
export function withShared({ first, last }: SharedPlace, shared: SharedPlace | null): SharedPlace {
  return { first: Math.min(first, shared?.first ?? first), last: Math.max(last, shared?.last ?? last) };
}

/** A student's own team, with what each of it has; null: students rank, the board is off, or the student is in none. */
export function ownTeam(whole: ClassState, studentId: string, named: boolean): OwnTeam | null {
  const state = asRevealed(whole);
  if (state.ranking === 'off' || !ranksTeams(state)) return null;
  const me = state.students[studentId];
  // Whom the end found in a team it keeps there.
  const isOwn = ({ team, studentIds }: TeamResult) =>
    state.teamRace ? studentIds.includes(studentId) : team === me?.team;
  const result = rankedTeams(state).find(isOwn);
  const name = result?.team ?? me?.team ?? null;
  if (name === null) return null;
  const ended = state.phase === 'ended';
  const best = new Map(rank(state).map((standing) => [standing.student.id, standing.best]));
  const isMember = (student: Student) =>
    result
      ? result.studentIds.includes(student.id) && isRanked(student)
      : student.team === name && countsInTeam(student, best.has(student.id));
  return {
    name,
    row: result ? teamRow(result, ended, state.rerunShownAt !== null) : null,
    members: Object.values(state.students)
      .filter(isMember)
      .map(({ id, mark, nickname }) => {
        const score = best.get(id);
        return {
          mark,
          nickname: named || id === studentId ? nickname : null,
          accuracy: score ? (ended ? score.privateAccuracy : score.publicAccuracy) : null,
          ...(id === studentId && { own: true as const }),
        };
      }),
  };
}
