import type { BitSet } from '@/base/bit-set';
import { refuse } from '@/protocol/refusals';
import { challengeOfClass } from './challenge';
import { accept, type Decision } from './decision';
import type { RacedAgain, Rerun } from './race-again';
import { finalRights, rank, type Standing } from './scoring';
import type { ClassState } from './state';

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

function isOf({ rows }: Rerun, { scoreIds }: Race): boolean {
  return rows.length === scoreIds.length && rows.every(({ scoreId }, at) => scoreId === scoreIds[at]);
}

/** The race that is still to be run again; null: there is none, or it was. */
export function dueRace(state: ClassState): Race | null {
  if (state.phase !== 'ended' || challengeOfClass(state) !== null) return null;
  const race = raceOf(state, rank(state));
  return race && state.rerun && isOf(state.rerun, race) ? null : race;
}

/** What was kept of it, while it is of those who stand on the board; by the submission's id. */
export function rerunOf(
  state: ClassState,
  standings: readonly Standing[] = rank(state),
): ReadonlyMap<string, RacedAgain> | null {
  const race = raceOf(state, standings);
  if (race === null || state.rerun === null || !isOf(state.rerun, race)) return null;
  return new Map(state.rerun.rows.map(({ scoreId, ...row }) => [scoreId, row]));
}

/** Keeps what the server has calculated; of another race than the one on the board it says nothing any more. */
export function keepRerun(state: ClassState, rerun: Rerun): Decision {
  const race = dueRace(state);
  return race !== null && isOf(rerun, race) ? accept(state, { rerun }) : { ok: true, state };
}

/** Runs the race again before everybody's eyes; the projector turns to it. */
export function showRerun(state: ClassState, now: number): Decision {
  if (state.phase !== 'ended') return refuse('wrong-phase');
  if (challengeOfClass(state) !== null || rerunOf(state) === null) return refuse('no-race');
  return accept(state, { rerunShownAt: now, screenView: 'again', screenArgument: null });
}
