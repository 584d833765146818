import { DATASETS } from '@/protocol/datasets';
import type { SharedPlace } from '@/protocol/shared-place';
import { MARK_COLOURS } from '@/protocol/views';
import { datasetOf } from './dataset';
import { isRanked, rank, rightsOfHalf } from './scoring';
import type { ClassState, Student, VerifiedScore } from './state';
import { differenceOf, isMoreThanLuck, meanByPicture, type TeamRights } from './team-rights';
import { bandsOf } from './tie-bands';

/** A team with what counts of it. */
export interface TeamEntry {
  team: string;
  colour: number;
  /** Those who count, whether they have handed in or not. */
  members: readonly Student[];
  counted: readonly VerifiedScore[];
  publicAccuracy: number;
  privateAccuracy: number;
  /** When the last network that counts was handed in. */
  at: number;
}

/** A team's place by one half: ranks start at 1, equals share one, and who was there earlier stands above. */
export interface TeamStanding {
  rank: number;
  place: SharedPlace | null;
  entry: TeamEntry;
  /** Null: of somebody nobody knows which pictures were right. */
  rights: TeamRights | null;
}

/** Students as they are put together, each team in the order in which they came; the one whose first came first is the first. */
export function studentsByTeam(students: readonly Student[]): Map<string, Student[]> {
  const teams = new Map<string, Student[]>();
  for (const student of students) {
    if (student.team === null) continue;
    const own = teams.get(student.team);
    if (own) own.push(student);
    else teams.set(student.team, [student]);
  }
  return teams;
}

/** The teams of which somebody has handed in what counts. */
export function teamEntries(state: ClassState): TeamEntry[] {
  const scores = new Map(rank(state).map(({ student, best }) => [student.id, best]));
  const chance = chanceOf(state);
  return [...studentsByTeam(Object.values(state.students))].flatMap(([team, all], index) => {
    const members = all.filter((student) => countsInTeam(student, scores.has(student.id)));
    const counted = members.flatMap(({ id }) => scores.get(id) ?? []);
    if (counted.length === 0) return [];
    const missing = members.length - counted.length;
    const mean = (of: (score: VerifiedScore) => number) =>
      exact((counted.reduce((sum, score) => sum + of(score), 0) + missing * chance) / members.length);
    return {
      ...{ team, colour: index % MARK_COLOURS, members, counted },
      publicAccuracy: mean((score) => score.publicAccuracy),
      privateAccuracy: mean((score) => score.privateAccuracy),
      at: Math.max(...counted.map(({ submittedAt }) => submittedAt)),
    };
  });
}

/** Best first, by the private half where the class has ended. */
export function rankEntries(
  state: ClassState,
  entries: readonly TeamEntry[],
  ended: boolean,
): TeamStanding[] {
  const halfOf = (entry: TeamEntry) => (ended ? entry.privateAccuracy : entry.publicAccuracy);
  const sorted = entries.toSorted((a, b) => halfOf(b) - halfOf(a) || a.at - b.at);
  const rights = sorted.map((entry) => teamRights(state, entry, ended));
  const told = rights.map((of) => of && { pictures: meanByPicture(of), size: of.rights.length + of.missing });
  const places = bandsOf(told, (one, other) =>
    one.pictures.length === other.pictures.length
      ? isMoreThanLuck(differenceOf(one.pictures, other.pictures, [one.size, other.size]))
      : true,
  );
  let rankSoFar = 0;
  return sorted.map((entry, index) => {
    const before = sorted[index - 1];
    if (before === undefined || halfOf(before) !== halfOf(entry)) rankSoFar = index + 1;
    return { rank: rankSoFar, place: places[index]!, entry, rights: rights[index]! };
  });
}

function teamRights(state: ClassState, { members, counted }: TeamEntry, ended: boolean): TeamRights | null {
  const rights = rightsOfHalf(counted, ended);
  return rights && { rights, missing: members.length - counted.length, chance: chanceOf(state) };
}

/** What guessing has right. */
function chanceOf(state: ClassState): number {
  const dataset = datasetOf(state);
  return dataset === null ? 0 : DATASETS[dataset].chance.accuracy;
}

/** Whether a student of a team is one of those by whom it is judged: who is here or has left, since leaving is not to help, and whoever has handed in. */
export function countsInTeam(student: Student, handedIn: boolean): boolean {
  const { membership } = student;
  if (!isRanked(student)) return false;
  return handedIn || membership === 'in' || membership === 'left';
}

/** Means of other numbers of members that are equal come out equal. */
const exact = (share: number) => Math.round(share * 1e9) / 1e9;
