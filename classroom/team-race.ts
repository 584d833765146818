import type { BitSet } from '@/base/bit-set';
import type { TeamRace, TeamResult } from '@/protocol/team-race';
import { accept, type Decision } from './decision';
import { rankEntries, type TeamStanding, teamEntries } from './rank-teams';
import type { RacedAgain } from './run-again';
import { isRanked } from './scoring';
import type { ClassState } from './state';
import { differenceOf, isMoreThanLuck, meanByPicture, type TeamRights } from './team-rights';

/** What running a race by teams again has said, best team first. */
export interface TeamsAgain {
  races: number;
  rows: readonly (RacedAgain & { team: string })[];
}

/** Whether the class's race ranks teams. */
export const ranksTeams = ({ race }: Pick<ClassState, 'race'>): boolean =>
  race.teams === true && race.metric === 'accuracy';

/** By the state's own identity: each viewer is shown it. */
const known = new WeakMap<ClassState, readonly TeamResult[]>();

/**
 * The board of teams: as it stands while the class goes on, and as its end found it afterwards, without those of whom nobody is there any more. Empty where
 * no team has a result.
 */
export function rankedTeams(state: ClassState): readonly TeamResult[] {
  const found = known.get(state);
  if (found) return found;
  const made = ranksTeams(state) ? teamsOnBoard(state) : [];
  known.set(state, made);
  return made;
}

function teamsOnBoard(state: ClassState): readonly TeamResult[] {
  const ended = state.phase === 'ended';
  if (state.teamRace === null) {
    const standings = rankEntries(state, teamEntries(state), ended);
    return standings.map((standing) => resultOf(standing, standing));
  }
  const there = state.teamRace.teams.filter(({ studentIds }) =>
    studentIds.some((id) => isRanked(state.students[id])),
  );
  return ended ? finalOrder(there) : there;
}

/** As they stand on the final board; who shares a rank there stands as before. */
export const finalOrder = (teams: readonly TeamResult[]): readonly TeamResult[] =>
  teams.toSorted((a, b) => a.final.rank - b.final.rank);

function resultOf(before: TeamStanding, final: TeamStanding): TeamResult {
  const { team, colour, members, counted, publicAccuracy, privateAccuracy, at } = before.entry;
  return {
    ...{ team, colour, studentIds: members.map(({ id }) => id), size: members.length },
    ...{ missing: members.length - counted.length, at, publicAccuracy, privateAccuracy },
    before: { rank: before.rank, place: before.place },
    final: { rank: final.rank, place: final.place },
    again: null,
  };
}

/**
 * After any change: the end of a class keeps its race by teams as it stands, so that whoever is put in another team, sent out or deleted later moves nobody.
 * A network that waited and is scored afterwards counts as long as nothing hidden has been shown.
 */
export function teamRaceFollows(before: ClassState, after: ClassState): ClassState {
  if (!ranksTeams(after) || after.phase !== 'ended') return after;
  const ends = before.phase !== 'ended';
  const isLate = after.scores.length > before.scores.length && !after.reveal?.race;
  return ends || isLate ? { ...after, teamRace: raceAtTheEnd(after) } : after;
}

function raceAtTheEnd(state: ClassState): TeamRace {
  const entries = teamEntries(state);
  const finals = rankEntries(state, entries, true);
  const byTeam = new Map(finals.map((standing) => [standing.entry.team, standing]));
  const before = rankEntries(state, entries, false);
  return {
    teams: before.map((standing) => resultOf(standing, byTeam.get(standing.entry.team)!)),
    alike: alikeNeighbours(finals),
    races: null,
  };
}

function alikeNeighbours(finals: readonly TeamStanding[]): number | null {
  const teams = finals.flatMap(({ rights }) => rights ?? []);
  if (teams.length < finals.length) return null;
  const means = teams.map(meanByPicture);
  const size = ({ rights, missing }: TeamRights) => rights.length + missing;
  return teams.slice(1).filter((team, above) => {
    const sizes = [size(teams[above]!), size(team)] as const;
    return !isMoreThanLuck(differenceOf(means[above]!, means[above + 1]!, sizes));
  }).length;
}

/** A race by teams that is still to be run again, best first; null: there is none, or it was. */
export function dueTeamRace(state: ClassState): { teams: string[]; rights: TeamRights[] } | null {
  const { teamRace } = state;
  if (teamRace === null || teamRace.races !== null || teamRace.teams.length < 2) return null;
  const standings = rankEntries(state, teamEntries(state), true);
  const byTeam = new Map(standings.map((standing) => [standing.entry.team, standing]));
  const due = finalOrder(teamRace.teams).flatMap(({ team, privateAccuracy }) => {
    const standing = byTeam.get(team);
    // Of a team that is not what it was nobody can draw its races.
    const isSame = standing?.entry.privateAccuracy === privateAccuracy;
    return standing?.rights && isSame ? [{ team, rights: standing.rights }] : [];
  });
  const length = (rights: readonly BitSet[]) => rights[0]!.length;
  const same = due.every(({ rights }) => length(rights.rights) === length(due[0]!.rights.rights));
  if (due.length < teamRace.teams.length || !same) return null;
  return { teams: due.map(({ team }) => team), rights: due.map(({ rights }) => rights) };
}

/** Keeps what the server has calculated; of another race than the one that is due it says nothing. */
export function keepTeamsAgain(
  state: ClassState,
  { again: { races, rows } }: { again: TeamsAgain },
): Decision {
  const due = dueTeamRace(state);
  const isOf = due?.teams.length === rows.length && rows.every(({ team }, at) => team === due.teams[at]);
  if (!isOf) return { ok: true, state };
  const again = new Map(rows.map(({ team, ...row }) => [team, row]));
  const teams = state.teamRace!.teams.map((one) => ({ ...one, again: again.get(one.team)! }));
  return accept(state, { teamRace: { ...state.teamRace!, teams, races } });
}

/** A student is forgotten; of a team nobody is left of nothing stays. */
export function teamRaceWithout(race: TeamRace, studentId: string): TeamRace {
  const teams = race.teams.map((one) => ({
    ...one,
    studentIds: one.studentIds.filter((id) => id !== studentId),
  }));
  return { ...race, teams: teams.filter(({ studentIds }) => studentIds.length > 0) };
}
