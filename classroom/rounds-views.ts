import { quartilesOf } from '@/base/quartiles';
import type { AloneNetwork, Rounds } from '@/protocol/rounds';
import { ROUND_OUTCOMES } from '@/protocol/rounds-outcome';
import type {
  AloneShares,
  HeldRounds,
  OwnRounds,
  RoundsConsole,
  RoundsDesk,
  RoundsNow,
  RoundsOnWall,
} from '@/protocol/rounds-views';
import { datasetOf } from './dataset';
import { answerKey } from './kept';
import { hasBegun, openRounds, roundsQuestion, shownRounds } from './rounds';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, RoundsNow | null>();

function described(state: ClassState): RoundsNow | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const rounds = shownRounds(state);
  const made = rounds && describe(state, rounds);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, rounds: Rounds): RoundsNow {
  const { id, dataset, rule, each, epochs, stage, round, arrived, dealt, done, closedAt } = rounds;
  const guesses = guessesAt(state, id);
  const over = stage === 'over';
  return {
    ...{ id, dataset, rule, each, epochs, stage, round, arrived },
    open: closedAt === null,
    guessed: guesses.reduce((sum, count) => sum + count, 0),
    dealt: Object.keys(dealt).filter((studentId) => isThere(state, studentId)).length,
    alone: aloneShares(Object.values(rounds.alone)),
    done: done.map(({ byLabel: _byLabel, at: _at, ...step }) => step),
    byLabel: done.at(-1)?.byLabel ?? null,
    guesses: over ? guesses : null,
    saboteurs: over ? rounds.sabotaging.length : null,
  };
}

function aloneShares(networks: readonly AloneNetwork[]): AloneShares | null {
  if (networks.length === 0) return null;
  const shares = networks.map(({ right }) => right);
  return {
    networks: networks.length,
    ...{ best: Math.max(...shares), median: quartilesOf(shares).middle, worst: Math.min(...shares) },
  };
}

/** How often each outcome was guessed, by those who have not been sent out. */
function guessesAt(state: ClassState, roundsId: string): number[] {
  const asked = roundsQuestion(roundsId);
  const guesses = ROUND_OUTCOMES.map(() => 0);
  for (const { studentId, question, choice } of Object.values(state.answers))
    if (question === asked && choice < guesses.length && isThere(state, studentId)) guesses[choice]! += 1;
  return guesses;
}

function isThere({ students }: ClassState, studentId: string): boolean {
  const student = students[studentId];
  return student !== undefined && !isSentOut(student);
}

/** A student's sight of those that are on: of others nothing but sums, and whether it is the own device that sends the opposite. */
export function ownRounds(state: ClassState, studentId: string): OwnRounds | null {
  const rounds = openRounds(state);
  if (rounds === null || state.students[studentId]?.membership === 'waiting') return null;
  return {
    ...described(state)!,
    guess: state.answers[answerKey(studentId, roundsQuestion(rounds.id))]?.choice ?? null,
    place: rounds.dealt[studentId] ?? null,
    seed: rounds.seed,
    saboteur: rounds.sabotaging.includes(studentId),
    ownAlone: rounds.alone[studentId] ?? null,
  };
}

/** The projector's. */
export function roundsOnScreen(state: ClassState): RoundsOnWall | null {
  const rounds = shownRounds(state);
  return rounds && { ...described(state)!, networks: networksOf(rounds) };
}

/** By what they know, so that no place tells whose one is. */
function networksOf({ alone }: Rounds): AloneNetwork[] {
  const best = ({ byLabel }: AloneNetwork) => byLabel.indexOf(Math.max(...byLabel));
  return Object.values(alone).sort((one, other) => best(one) - best(other) || other.right - one.right);
}

/** The teacher's; null: the class trains no pictures. */
export function roundsDesk(state: ClassState): RoundsConsole | null {
  if (datasetOf(state) === null) return null;
  const rounds = shownRounds(state);
  return { now: rounds && deskOf(state, rounds) };
}

function deskOf(state: ClassState, rounds: Rounds): RoundsDesk {
  const nicknames = () => rounds.sabotaging.flatMap((id) => state.students[id]?.nickname ?? []);
  return {
    ...roundsOnScreen(state)!,
    planned: rounds.saboteurs,
    whoSabotaged: rounds.stage === 'over' ? nicknames() : null,
  };
}

/** All that began, in order, for the review. */
export function heldRounds(state: ClassState): HeldRounds[] {
  return state.rounds.filter(hasBegun).map((rounds) => ({
    ...{ ...describe(state, rounds), networks: networksOf(rounds) },
    openedAt: rounds.openedAt,
  }));
}
