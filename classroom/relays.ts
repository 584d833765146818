import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Relay, RelayTeamRecord } from '@/protocol/relay';
import {
  type HiddenSeats,
  RELAY_STEPS,
  type RelayGuess,
  type RelayWay,
  relayWeightCount,
} from '@/protocol/relay-settings';
import type { DecisionContext } from './commands';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { dealSeats, reseat, seatPlaceOf, seatsFollow, seatsWithout } from './relay-seats';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Under which names the guesses at what the network of students does are kept. */
export const relayQuestion = (relayId: string, about: RelayGuess) => `relay ${relayId} ${about}`;

type Has = Pick<ClassState, 'relays'>;

/** The one that is on; null: none is. */
export function openRelay({ relays }: Has): Relay | null {
  return openOne(relays);
}

/** The one that is on, or the last that began; null: there is none. */
export function shownRelay(state: Has): Relay | null {
  return openRelay(state) ?? state.relays.findLast(hasSeats) ?? null;
}

/** Whether students have been given seats. */
export const hasSeats = ({ teams }: Pick<Relay, 'teams'>): boolean => teams.length > 0;

/** Whether a network has come to its end: it learned to answer, or was stopped. */
export const isThrough = ({ steps, solvedAt }: Pick<RelayTeamRecord, 'steps' | 'solvedAt'>): boolean =>
  solvedAt !== null || steps >= RELAY_STEPS;

/** Asks the class what comes of it when each of them is one unit, and puts that on the projector. The same again is the same. */
export function askRelay(
  state: ClassState,
  { relayId, way, hidden }: { relayId: string; way: RelayWay; hidden: HiddenSeats },
  now: number,
): Decision {
  if (state.relays.some(({ id }) => id === relayId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  if (state.relays.length >= LIMITS.relaysPerClass) return refuse('too-many-relays');
  const made: Relay = {
    ...{ id: relayId, way, hidden, openedAt: now },
    ...{ stage: 'asking', until: 0, teams: [], closedAt: null },
  };
  return accept(state, {
    relays: [...ended(state.relays, now), made],
    ...putOnScreen('relay'),
  });
}

/** A student guesses; until seats are dealt another guess takes the place of the one before. */
export function guessRelay(
  state: ClassState,
  studentId: string,
  { relayId, about, choice }: { relayId: string; about: RelayGuess; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const relay = named(state, relayId);
  if (relay === null) return refuse('no-relay');
  if (relay.stage !== 'asking') return refuse('relay-begun');
  return keepAnswer(state, studentId, { question: relayQuestion(relayId, about), choice }, now);
}

/** Deals the seats, or lets networks that learn go up to a step: one more, all, or (0) none beyond the one under way. */
export function goInRelay(
  state: ClassState,
  { relayId, until }: { relayId: string; until: number },
  { students }: DecisionContext,
): Decision {
  const relay = named(state, relayId);
  if (relay === null || relay.stage === 'over') return refuse('no-relay');
  if (relay.stage === 'going')
    return relay.until === until ? { ok: true, state } : change(state, { ...relay, until });
  const there = Object.values(state.students)
    .filter(({ id, membership }) => membership === 'in' && (students?.isHere(id) ?? true))
    .map(({ id }) => id);
  const { way, hidden } = relay;
  // What a network that learns begins with is the engine's to say: the server fills it in before the first message.
  const weights = way === 'hand' ? Array<number>(relayWeightCount(hidden)).fill(0) : [];
  return change(state, { ...relay, stage: 'going', until, teams: dealSeats(relay, there, () => weights) });
}

/** A student sets the own unit's weights by hand. */
export function setOwnWeights(
  state: ClassState,
  studentId: string,
  { relayId, weights }: { relayId: string; weights: readonly number[] },
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const relay = named(state, relayId);
  if (relay?.stage !== 'going' || relay.way !== 'hand') return refuse('no-relay');
  const place = seatPlaceOf(relay.teams, studentId);
  if (place === null || place.seat === null) return refuse('not-your-seat');
  const { team, seat } = place;
  const { hidden } = relay;
  if (weights.length !== (seat === hidden ? hidden : 2) + 1) return refuse('bad-request');
  const teams = relay.teams.map((one, at) =>
    at === team ? { ...one, weights: putInSeat(one.weights, hidden, seat, weights) } : one,
  );
  return change(state, { ...relay, teams });
}

/** In the engine's order: hidden unit after hidden unit, then their biases, then the output unit's. */
function putInSeat(all: readonly number[], hidden: number, seat: number, own: readonly number[]): number[] {
  const changed = [...all];
  const [first, bias] = seat === hidden ? [3 * hidden, 4 * hidden] : [2 * seat, 2 * hidden + seat];
  for (const [i, weight] of own.slice(0, -1).entries()) changed[first + i] = weight;
  changed[bias] = own.at(-1)!;
  return changed;
}

/** Somebody else takes a seat; null: the server does its work. */
export function takeSeat(
  state: ClassState,
  { relayId, team, seat, to }: { relayId: string; team: number; seat: number; to: string | null },
  now: number,
): Decision {
  const relay = named(state, relayId);
  const there = relay?.teams[team];
  if (relay?.stage !== 'going' || !there || there.seats[seat] === undefined || there.seats[seat] === to)
    return { ok: true, state };
  // Meanwhile it may sit elsewhere, or have gone.
  if (to !== null && seatPlaceOf(relay.teams, to)?.seat !== null) return { ok: true, state };
  return change(state, { ...relay, teams: reseat(relay.teams, { team, seat, to, at: now }) });
}

/** How far the networks are: once all that learn are through, it is over. */
export function recordRelay(
  state: ClassState,
  { relayId, teams }: { relayId: string; teams: Readonly<Record<number, RelayTeamRecord>> },
): Decision {
  const relay = named(state, relayId);
  if (relay === null) return { ok: true, state };
  const after = relay.teams.map((team, at) => {
    const said = teams[at];
    if (!said || said.steps < team.steps) return team;
    return { ...team, ...said, weights: said.weights ?? team.weights };
  });
  const over = relay.way === 'gradient' && after.every((team) => isThrough(team));
  return change(state, { ...relay, teams: after, ...(over && { stage: 'over' as const }) });
}

/** Ends it: the class sees what came of it. */
export function endRelay(state: ClassState, { relayId }: { relayId: string }): Decision {
  const relay = named(state, relayId);
  if (relay === null || relay.stage === 'asking') return refuse('no-relay');
  return relay.stage === 'over' ? { ok: true, state } : change(state, { ...relay, stage: 'over' });
}

/** Puts it away; what was guessed, and what came of it, is kept. */
export function closeRelay(state: ClassState, { relayId }: { relayId: string }, now: number): Decision {
  if (named(state, relayId) === null) return refuse('no-relay');
  return accept(state, { relays: ended(state.relays, now) });
}

/** After any change: whoever comes stands in, whoever is not in any more has no seat, and with the class it is over. */
export function relaysFollow(after: ClassState, now: number): ClassState {
  const relay = openRelay(after);
  if (relay === null) return after;
  if (after.phase !== 'live') return { ...after, relays: ended(after.relays, now) };
  if (relay.stage !== 'going') return after;
  const teams = seatsFollow(relay.teams, after, now);
  return teams === relay.teams
    ? after
    : { ...after, relays: withLast(after.relays, { ...relay, teams: [...teams] }) };
}

/** A student is forgotten: nothing says any more in which seat it was. */
export function relaysWithout(all: readonly Relay[], studentId: string): readonly Relay[] {
  return all.map((relay) => ({
    ...relay,
    teams: relay.teams.map((team) => seatsWithout(team, studentId)),
  }));
}

const named = ({ relays }: Has, relayId: string) => openNamed(relays, relayId);
const change = (state: ClassState, relay: Relay) => accept(state, { relays: withLast(state.relays, relay) });

/** None is on any more, and what had begun is over. */
function ended(all: readonly Relay[], now: number): readonly Relay[] {
  const open = openOne(all);
  if (open === null || !hasSeats(open)) return closeOpen(all, now);
  return closeOpen(withLast(all, { ...open, stage: 'over' as const }), now);
}
