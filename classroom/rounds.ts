import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { AloneNetwork, RoundResult, Rounds } from '@/protocol/rounds';
import {
  type LabelsEach,
  ROUNDS_PLANNED,
  type RoundEpochs,
  type RoundRule,
  type Saboteurs,
} from '@/protocol/rounds-settings';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** Under which name the guesses at what rounds come to are kept. */
export const roundsQuestion = (roundsId: string) => `rounds ${roundsId}`;

type Has = Pick<ClassState, 'rounds'>;

/** Those that are on; null: none are. */
export function openRounds({ rounds }: Has): Rounds | null {
  return openOne(rounds);
}

/** Those that are on, or the last that began; null: there are none. */
export function shownRounds(state: Has): Rounds | null {
  return openRounds(state) ?? state.rounds.findLast(hasBegun) ?? null;
}

/** Whether its devices have begun to learn. */
export const hasBegun = ({ stage }: Pick<Rounds, 'stage'>): boolean => stage !== 'asking';

interface Asked {
  roundsId: string;
  rule: RoundRule;
  each: LabelsEach;
  saboteurs: Saboteurs;
  epochs: RoundEpochs;
}

/** Asks the class what comes of learning in rounds, deals everybody pictures, and puts that on the projector. The same again is the same. */
export function askRounds(state: ClassState, { roundsId, ...settings }: Asked, now: number): Decision {
  if (state.rounds.some(({ id }) => id === roundsId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-rounds');
  if (state.rounds.length >= LIMITS.roundsPerClass) return refuse('too-many-rounds');
  const { rule, each, saboteurs, epochs } = settings;
  const made: Rounds = {
    ...{ id: roundsId, dataset, rule, each, saboteurs, epochs, openedAt: now },
    ...{ dealt: {}, sabotaging: [], seed: dealSeed(`${state.id} rounds ${state.rounds.length}`) },
    ...{ stage: 'asking', round: 0, roundAt: null, arrived: 0, network: null },
    ...{ alone: {}, done: [], closedAt: null },
  };
  return accept(state, {
    rounds: [...ended(state.rounds, now), made],
    ...putOnScreen('rounds'),
  });
}

/** A student guesses; until they begin another guess takes the place of the one before. */
export function guessRounds(
  state: ClassState,
  studentId: string,
  { roundsId, choice }: { roundsId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const rounds = named(state, roundsId);
  if (rounds === null) return refuse('no-rounds');
  if (rounds.stage !== 'asking') return refuse('rounds-begun');
  return keepAnswer(state, studentId, { question: roundsQuestion(roundsId), choice }, now);
}

/** Begins them or goes on, holds them, or ends them. */
export function goInRounds(
  state: ClassState,
  { roundsId, stage }: { roundsId: string; stage: 'going' | 'held' | 'over' },
  now: number,
): Decision {
  const rounds = named(state, roundsId);
  if (rounds === null) return refuse('no-rounds');
  if (rounds.stage === stage || rounds.stage === 'over') return { ok: true, state };
  if (stage !== 'going' && rounds.stage === 'asking') return refuse('no-rounds');
  const sabotaging = rounds.stage === 'asking' ? drawSaboteurs(state, rounds) : rounds.sabotaging;
  return change(state, { ...rounds, stage, sabotaging, roundAt: stage === 'going' ? now : null });
}

/**
 * By what only the server knows of each student, so that nobody can find out who; fewer than half of the class, and of one or two students nobody.
 */
function drawSaboteurs({ students }: ClassState, { id, dealt, saboteurs }: Rounds): string[] {
  const drawn = Object.keys(dealt)
    .flatMap((studentId) => students[studentId] ?? [])
    .filter(({ membership }) => membership === 'in')
    .map((student) => ({ id: student.id, lot: dealSeed(`${student.secretHash} ${id}`) }))
    .sort((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1));
  return drawn.slice(0, Math.min(saboteurs, Math.floor((drawn.length - 1) / 2))).map((one) => one.id);
}

/** How many devices have sent theirs, for who watches. */
export function countArrived(
  state: ClassState,
  { roundsId, round, arrived }: { roundsId: string; round: number; arrived: number },
): Decision {
  const rounds = named(state, roundsId);
  if (rounds === null || rounds.round !== round || rounds.arrived === arrived) return { ok: true, state };
  return change(state, { ...rounds, arrived });
}

/** What the networks know that were trained alone; the first round begins. Of students who are not in the class any more nothing is kept. */
export function recordAlone(
  state: ClassState,
  { roundsId, alone }: { roundsId: string; alone: Readonly<Record<string, AloneNetwork>> },
  now: number,
): Decision {
  const rounds = named(state, roundsId);
  if (rounds === null || rounds.round !== 0) return { ok: true, state };
  const there = Object.entries(alone).filter(([id]) => state.students[id] !== undefined);
  return change(state, next({ ...rounds, alone: Object.fromEntries(there) }, now));
}

/** What came of a round, and the class's network from then on: the next begins, unless it was the last. */
export function recordRound(
  state: ClassState,
  { roundsId, result, network }: { roundsId: string; result: RoundResult; network: string },
  now: number,
): Decision {
  const rounds = named(state, roundsId);
  if (rounds === null || rounds.round !== result.round) return { ok: true, state };
  const recorded = next({ ...rounds, network, done: [...rounds.done, result] }, now);
  const over = recorded.round > ROUNDS_PLANNED;
  return change(state, over ? { ...recorded, stage: 'over', roundAt: null } : recorded);
}

const next = (rounds: Rounds, now: number): Rounds => ({
  ...{ ...rounds, round: rounds.round + 1, arrived: 0 },
  roundAt: rounds.stage === 'going' ? now : null,
});

/** Puts them away; what was guessed, dealt and found is kept. */
export function closeRounds(state: ClassState, { roundsId }: { roundsId: string }, now: number): Decision {
  if (named(state, roundsId) === null) return refuse('no-rounds');
  return accept(state, { rounds: ended(state.rounds, now) });
}

/** After any change: whoever is in is dealt pictures, a class that was paused has the whole time of its round again, and with the class it is over. */
export function roundsFollow(before: ClassState, after: ClassState, now: number): ClassState {
  const rounds = openRounds(after);
  if (rounds === null) return after;
  if (after.phase !== 'live') return { ...after, rounds: ended(after.rounds, now) };
  const resumed = before.paused && !after.paused && rounds.roundAt !== null;
  const newcomers =
    rounds.stage === 'over'
      ? []
      : Object.values(after.students).filter(
          ({ id, membership }) => membership === 'in' && rounds.dealt[id] === undefined,
        );
  if (newcomers.length === 0 && !resumed) return after;
  const dealt = { ...rounds.dealt };
  let place = Math.max(-1, ...Object.values(dealt));
  for (const { id } of newcomers) {
    place += 1;
    dealt[id] = place;
  }
  const roundAt = resumed ? now : rounds.roundAt;
  return { ...after, rounds: withLast(after.rounds, { ...rounds, dealt, roundAt }) };
}

/** A student is forgotten: neither what it was dealt nor what its network knew stands anywhere. */
export function roundsWithout(all: readonly Rounds[], studentId: string): readonly Rounds[] {
  if (!all.some(({ dealt }) => studentId in dealt)) return all;
  return all.map((rounds) => {
    const { [studentId]: _place, ...dealt } = rounds.dealt;
    const { [studentId]: _known, ...alone } = rounds.alone;
    return { ...rounds, dealt, alone, sabotaging: rounds.sabotaging.filter((id) => id !== studentId) };
  });
}

const named = ({ rounds }: Has, roundsId: string) => openNamed(rounds, roundsId);
const change = (state: ClassState, rounds: Rounds) =>
  accept(state, { rounds: withLast(state.rounds, rounds) });

/** None is on any more, and of what had begun no round goes on. */
function ended(all: readonly Rounds[], now: number): readonly Rounds[] {
  const open = openOne(all);
  if (open === null) return all;
  const over = { ...open, roundAt: null, ...(hasBegun(open) && { stage: 'over' as const }) };
  return closeOpen(withLast(all, over), now);
}
