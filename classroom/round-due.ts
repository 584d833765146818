import { type Refusal, refuse } from '@/protocol/refusals';
import type { Rounds } from '@/protocol/rounds';
import { openRounds } from './rounds';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';

/** When a round is over, and whose weights it takes. */

/** Milliseconds that devices have: whoever is not through by then takes part in the next. */
export const ROUND_MS = 20_000;
/** Milliseconds that a round takes at least: what a class costs is bounded, and there is something to watch. */
export const LEAST_ROUND_MS = 1_500;

/** The rounds that go on now; null: none do, or the class is paused. */
export function goingRounds(state: ClassState): Rounds | null {
  const rounds = openRounds(state);
  return rounds?.stage === 'going' && !state.paused && state.phase === 'live' ? rounds : null;
}

/** Whose weights a round waits for: of those who were dealt pictures, whoever is here. */
export function awaited(state: ClassState, { dealt }: Rounds, isHere: (id: string) => boolean): string[] {
  return Object.keys(dealt).filter((id) => state.students[id]?.membership === 'in' && isHere(id));
}

/**
 * When a round that goes on can be closed, as things stand: once everybody who is here has sent theirs, else at its deadline. Null: nobody has sent anything, and
 * it waits for the first.
 */
export function closesAt(
  roundAt: number,
  { arrived, missing }: { arrived: number; missing: number },
): number | null {
  if (arrived === 0) return null;
  return roundAt + (missing === 0 ? LEAST_ROUND_MS : ROUND_MS);
}

/** Why weights of this round are not taken; null: they are. */
export function refuseRoundWeights(
  state: ClassState,
  studentId: string,
  { roundsId, round }: { roundsId: string; round: number },
): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const rounds = openRounds(state);
  if (rounds?.id !== roundsId || rounds.stage === 'asking') return refuse('no-rounds');
  if (rounds.round !== round || rounds.stage === 'over') return refuse('round-over');
  return rounds.dealt[studentId] === undefined ? refuse('no-rounds') : null;
}
