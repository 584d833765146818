import type { Relay, RelayTeam } from '@/protocol/relay';
import { RELAY_GUESS_IDS, RELAY_GUESSES, type RelayGuess } from '@/protocol/relay-settings';
import type {
  HeldRelay,
  OwnRelay,
  RelayConsole,
  RelayNow,
  RelayOnWall,
  RelaySitter,
  RelayTeamNow,
} from '@/protocol/relay-views';
import { answerKey } from './kept';
import { seatPlaceOf } from './relay-seats';
import { hasSeats, openRelay, relayQuestion, shownRelay } from './relays';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, RelayNow | null>();

function described(state: ClassState): RelayNow | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const relay = shownRelay(state);
  const made = relay && describe(state, relay);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, relay: Relay): RelayNow {
  const { id, way, hidden, stage, until, teams, closedAt } = relay;
  const sum = (of: (team: RelayTeam) => number) => teams.reduce((all, team) => all + of(team), 0);
  const guesses = guessesAt(state, id);
  const compared = teams.length > 0 && teams.every(({ same }) => same !== null);
  return {
    ...{ id, way, hidden, stage, until, open: closedAt === null },
    guessed: guesses.students.size,
    networks: teams.length,
    solved: sum(({ solvedAt }) => (solvedAt === null ? 0 : 1)),
    messages: sum(({ messages }) => messages),
    refused: sum(({ refused }) => refused),
    moves: sum(({ moves }) => moves.length),
    same: compared ? teams.every(({ same }) => same) : null,
    guesses: stage === 'over' ? guesses.counts : null,
  };
}

/** How often each was guessed, by those who have not been sent out. */
function guessesAt(state: ClassState, relayId: string) {
  const counts = Object.fromEntries(
    RELAY_GUESS_IDS.map((about) => [about, RELAY_GUESSES[about].map(() => 0)]),
  ) as Record<RelayGuess, number[]>;
  const students = new Set<string>();
  const asked = new Map(RELAY_GUESS_IDS.map((about) => [relayQuestion(relayId, about), about]));
  for (const { studentId, question, choice } of Object.values(state.answers)) {
    const about = asked.get(question);
    const student = state.students[studentId];
    if (!about || !student || isSentOut(student) || choice >= counts[about].length) continue;
    counts[about][choice]! += 1;
    students.add(studentId);
  }
  return { counts, students };
}

function teamNow(state: ClassState, team: RelayTeam, named: boolean): RelayTeamNow {
  const { steps, weights, answers, losses, seats, standIns, solvedAt } = team;
  return {
    ...{ steps, weights, answers, losses, solvedAt, standIns: standIns.length },
    seats: seats.map((id) => sitter(state, id, named)),
  };
}

function sitter({ students }: ClassState, id: string | null, named: boolean): RelaySitter | null {
  const student = id === null ? undefined : students[id];
  return student ? { mark: student.mark, nickname: named ? student.nickname : null } : null;
}

/** A student's sight of the one that is on: the own network alone. @param named whether students see each other's names */
export function ownRelay(state: ClassState, studentId: string, named: boolean): OwnRelay | null {
  const relay = openRelay(state);
  if (relay === null || state.students[studentId]?.membership === 'waiting') return null;
  const guessed = (about: RelayGuess) =>
    state.answers[answerKey(studentId, relayQuestion(relay.id, about))]?.choice ?? null;
  const place = seatPlaceOf(relay.teams, studentId);
  return {
    ...described(state)!,
    guess: { alone: guessed('alone'), leaving: guessed('leaving') },
    team: place && teamNow(state, relay.teams[place.team]!, named),
    teamAt: place?.team ?? 0,
    seat: place?.seat ?? null,
  };
}

/** The projector's. */
export function relayOnScreen(state: ClassState, named: boolean): RelayOnWall | null {
  const relay = shownRelay(state);
  return relay && { ...described(state)!, teams: relay.teams.map((team) => teamNow(state, team, named)) };
}

/** The teacher's. */
export function relayDesk(state: ClassState, named: boolean): RelayConsole {
  return { now: relayOnScreen(state, named) };
}

/** All that began, in order, for the review, by name. */
export function heldRelays(state: ClassState): HeldRelay[] {
  return state.relays.filter(hasSeats).map((relay) => ({
    ...describe(state, relay),
    teams: relay.teams.map((team) => teamNow(state, team, true)),
    openedAt: relay.openedAt,
    moved: relay.teams.flatMap(({ moves }, team) =>
      moves.map(({ seat, step, from, to }) => ({
        ...{ team, seat, step },
        ...{ from: sitter(state, from, true), to: sitter(state, to, true) },
      })),
    ),
  }));
}
