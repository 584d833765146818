import type { Relay, RelayTeam } from '@/protocol/relay';
import { MOVES_KEPT } from '@/protocol/relay';
import { MOST_TEAMS } from '@/protocol/relay-settings';
import { dealSeed } from './deal';
import type { ClassState } from './state';

/** Who sits where in the networks of a class, and who takes a seat that becomes free. */

/** What a team begins with. */
export type TeamStart = (seed: number) => number[];

/** How many networks a class of so many makes: each has at least one stand-in, unless there is but one network. */
export const teamCount = (students: number, hidden: number): number =>
  Math.min(MOST_TEAMS, Math.max(1, Math.floor(students / (hidden + 2))));

/** Deals students to networks, in an order that is drawn: seat by seat, and whoever is left over stands in. */
export function dealSeats(
  relay: Pick<Relay, 'id' | 'hidden'>,
  students: readonly string[],
  start: TeamStart,
): RelayTeam[] {
  const drawn = students
    .map((id) => ({ id, lot: dealSeed(`${id} ${relay.id}`) }))
    .sort((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
  const count = teamCount(drawn.length, relay.hidden);
  const teams = Array.from({ length: count }, (_, at): RelayTeam => {
    const seed = dealSeed(`${relay.id} ${at}`);
    return {
      ...{ seed, weights: start(seed), seats: Array<string | null>(relay.hidden + 1).fill(null) },
      ...{ standIns: [], steps: 0, answers: null, losses: [], solvedAt: null },
      ...{ messages: 0, refused: 0, moves: [], same: null },
    };
  });
  for (const [at, id] of drawn.entries()) {
    const { seats, standIns } = teams[at % count]!;
    const seat = Math.floor(at / count);
    if (seat < seats.length) seats[seat] = id;
    else standIns.push(id);
  }
  return teams;
}

/** Where a student sits; `seat` null: a stand-in; null: nowhere. */
export function seatPlaceOf(
  teams: readonly RelayTeam[],
  studentId: string,
): { team: number; seat: number | null } | null {
  for (const [team, { seats, standIns }] of teams.entries()) {
    const seat = seats.indexOf(studentId);
    if (seat >= 0) return { team, seat };
    if (standIns.includes(studentId)) return { team, seat: null };
  }
  return null;
}

/** Who would take a seat of a team: its own stand-ins first, then those of others. Null: nobody is fit, the server does it. */
export function nextFor(
  teams: readonly RelayTeam[],
  team: number,
  isFit: (studentId: string) => boolean,
): string | null {
  const own = teams[team]!.standIns.find(isFit);
  if (own !== undefined) return own;
  const others = [...teams].sort((one, other) => other.standIns.length - one.standIns.length);
  return others.flatMap(({ standIns }) => standIns).find(isFit) ?? null;
}

/** Somebody else takes a seat; whoever sat there stands in from now on, as the last. */
export function reseat(
  teams: readonly RelayTeam[],
  { team, seat, to, at }: { team: number; seat: number; to: string | null; at: number },
): RelayTeam[] {
  return teams.map((one, index) => {
    const standIns = one.standIns.filter((id) => id !== to);
    if (index !== team) return standIns.length === one.standIns.length ? one : { ...one, standIns };
    const from = one.seats[seat]!;
    return {
      ...one,
      seats: one.seats.map((id, place) => (place === seat ? to : id)),
      standIns: from === null ? standIns : [...standIns, from],
      moves: moved(one, { seat, step: one.steps, from, to, at }),
    };
  });
}

const moved = ({ moves }: RelayTeam, move: RelayTeam['moves'][number]) =>
  moves.length < MOVES_KEPT ? [...moves, move] : moves;

/** Whoever has come stands in where fewest do; whoever is not in the class any more has left seat and row. The same where nothing has changed. */
export function seatsFollow(
  teams: readonly RelayTeam[],
  { students }: Pick<ClassState, 'students'>,
  now: number,
): readonly RelayTeam[] {
  const isIn = (id: string) => students[id]?.membership === 'in';
  let after: readonly RelayTeam[] = teams;
  for (const [team, { seats, standIns }] of teams.entries()) {
    for (const [seat, id] of seats.entries())
      if (id !== null && !isIn(id)) after = reseat(after, { team, seat, to: null, at: now });
    if (standIns.some((id) => !isIn(id)) || after !== teams)
      after = after.map((one, at) => (at === team ? { ...one, standIns: one.standIns.filter(isIn) } : one));
  }
  const newcomers = Object.keys(students).filter((id) => isIn(id) && seatPlaceOf(after, id) === null);
  for (const id of newcomers) {
    const least = Math.min(...after.map(({ standIns }) => standIns.length));
    const team = after.findIndex(({ standIns }) => standIns.length === least);
    after = after.map((one, at) => (at === team ? { ...one, standIns: [...one.standIns, id] } : one));
  }
  return after;
}

/** A student is forgotten: the server does that unit's work, and nothing says who it was. */
export function seatsWithout(team: RelayTeam, studentId: string): RelayTeam {
  const other = (id: string | null) => (id === studentId ? null : id);
  return {
    ...team,
    seats: team.seats.map(other),
    standIns: team.standIns.filter((id) => id !== studentId),
    moves: team.moves.map((move) => ({ ...move, from: other(move.from), to: other(move.to) })),
  };
}
