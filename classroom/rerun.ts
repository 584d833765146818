import type { BitSet } from '@/base/bit-set';
import { refuse } from '@/protocol/refusals';
import { challengeOfClass } from './challenge';
import { accept, type Decision } from './decision';
import type { Rerun } from './race-again';
import { finalRights, rank, type Standing } from './scoring';
import type { ClassState } from './state';
import { isUnrevealed } from './unrevealed';

/** A race that can be run again: the networks of the final board, and the pictures that decided which each had right. */
interface Race {
  scoreIds: string[];
  rights: BitSet[];
}

/** Null: it is not over, no accuracy ranks (what does is exact), nobody races, or of somebody on the board nobody knows what was right. */
function raceOf(state: ClassState, standings: readonly Standing[]): Race | null {
  if (state.phase !== 'ended' || state.race.metric !== 'accuracy' || standings.length < 2) return null;
  const rights = finalRights(standings.map(({ best }) => best));
  return rights && { scoreIds: standings.map(({ best }) => best.id), rights };
}

function isOf({ rows }: Rerun, scoreIds: readonly string[]): boolean {
  return rows.length === scoreIds.length && rows.every(({ scoreId }, at) => scoreId === scoreIds[at]);
}

/** The race that is still to be run again; null: there is none, or it was. */
export function dueRace(state: ClassState): Race | null {
  if (state.phase !== 'ended' || challengeOfClass(state) !== null) return null;
  const race = raceOf(state, rank(state));
  return race && state.rerun && isOf(state.rerun, race.scoreIds) ? null : race;
}

/**
 * What was kept of it, while it is of those who stand on the board; by the submission's id. It may have come with a file: then nobody here knows what
 * was right, and the race can be told of, but not run.
 */
export function rerunOf(
  state: ClassState,
  standings: readonly Standing[] = rank(state),
): ReadonlyMap<string, Rerun['rows'][number]> | null {
  const { phase, race, rerun } = state;
  const onBoard = standings.map(({ best }) => best.id);
  if (phase !== 'ended' || race.metric !== 'accuracy' || standings.length < 2) return null;
  if (rerun === null || !isOf(rerun, onBoard)) return null;
  return new Map(rerun.rows.map((row) => [row.scoreId, row]));
}

/** Keeps what the server has calculated; of another race than the one on the board it says nothing any more. */
export function keepRerun(state: ClassState, rerun: Rerun): Decision {
  const race = dueRace(state);
  return race !== null && isOf(rerun, race.scoreIds) ? accept(state, { rerun }) : { ok: true, state };
}

/** Runs the race again before everybody's eyes; the projector turns to it. */
export function showRerun(state: ClassState, now: number): Decision {
  if (state.phase !== 'ended' || isUnrevealed(state)) return refuse('wrong-phase');
  if (challengeOfClass(state) !== null || rerunOf(state) === null) return refuse('no-race');
  return accept(state, { rerunShownAt: now, screenView: 'again', screenArgument: null });
}
