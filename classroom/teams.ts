import { refuse } from '@/protocol/refusals';
import { normaliseTeam } from '@/protocol/team';
import { dealSeed } from './deal';
import type { Decision } from './decision';
import type { ClassState, Student } from './state';
import { ranksTeams } from './team-race';

/** Puts students in a team, out of whichever they were in. Who is not of the class is passed over. */
export function putInTeam(
  state: ClassState,
  { studentIds, team: typed }: { studentIds: readonly string[]; team: string | null },
): Decision {
  const team = normaliseTeam(typed);
  return withTeams(state, new Map(studentIds.map((id) => [id, team])));
}

/**
 * Deals those who are in and in no team, by lot and one after another to the team that is the smallest then.
 * @param command `teams`: by name; `anew`: everybody, out of whichever they were in
 */
export function dealTeams(
  state: ClassState,
  { teams: typed, anew }: { teams: readonly string[]; anew: boolean },
): Decision {
  const names = [...new Set(typed.flatMap((name) => normaliseTeam(name) ?? []))];
  if (names.length === 0) return refuse('bad-request');
  const students = Object.values(state.students);
  const lotOf = ({ id }: Student) => dealSeed(`${state.id} ${state.version} ${id}`);
  const drawn = students
    .filter(({ membership, team }) => membership === 'in' && (anew || team === null))
    .toSorted((a, b) => lotOf(a) - lotOf(b));
  const sizes = new Map(names.map((name) => [name, anew ? 0 : sizeOf(students, name)]));
  return withTeams(state, new Map(drawn.map(({ id }) => [id, toSmallest(sizes)])));
}

/** After any change: where teams rank, whoever comes in and is in none joins the smallest. While there is no team, nobody does. */
export function newcomersJoinTeams(before: ClassState, after: ClassState): ClassState {
  if (before.students === after.students || after.phase === 'ended' || !ranksTeams(after)) return after;
  const students = Object.values(after.students);
  const came = students.filter(
    ({ id, membership, team }) =>
      membership === 'in' && team === null && before.students[id]?.membership !== 'in',
  );
  if (came.length === 0) return after;
  const names = [
    ...new Set(students.flatMap(({ team, membership }) => (team && membership === 'in' ? [team] : []))),
  ];
  if (names.length === 0) return after;
  const sizes = new Map(names.map((name) => [name, sizeOf(students, name)]));
  const joined = withTeams(after, new Map(came.map(({ id }) => [id, toSmallest(sizes)])));
  return joined.ok ? joined.state : after;
}

const sizeOf = (students: readonly Student[], name: string): number =>
  students.filter(({ team, membership }) => team === name && membership === 'in').length;

/** The smallest team, of equals the first, which then has one more. */
function toSmallest(sizes: Map<string, number>): string {
  const [name, size] = [...sizes].reduce((least, one) => (one[1] < least[1] ? one : least));
  sizes.set(name, size + 1);
  return name;
}

function withTeams(state: ClassState, teams: ReadonlyMap<string, string | null>): Decision {
  const changed = [...teams].flatMap(([id, team]) => {
    const student = state.students[id];
    return student === undefined || student.team === team ? [] : [[id, { ...student, team }] as const];
  });
  if (changed.length === 0) return { ok: true, state };
  return { ok: true, state: { ...state, students: { ...state.students, ...Object.fromEntries(changed) } } };
}
