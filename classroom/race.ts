import { isRankable, isSameRace, type LastBest, type RaceRules } from '@/protocol/race';
import { spentOf } from '@/protocol/race-spent';
import { refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { accept, type Decision } from './decision';
import { rank } from './scoring';
import type { ClassState } from './state';
import { isUnrevealed } from './unrevealed';

/**
 * Sets the rules of the class's race. What was handed in stays, and the board is ranked anew by what is known of it; after the end nobody chooses
 * another winner.
 */
export function setRace(state: ClassState, { rules }: { rules: RaceRules }): Decision {
  if (state.phase === 'ended') return refuse('wrong-phase');
  if (datasetOf(state) === null) return refuse('no-race');
  if (!isRankable(rules)) return refuse('race-teams');
  return isSameRace(state.race, rules) ? { ok: true, state } : accept(state, { race: rules });
}

/**
 * What the next sitting of a group is compared with: the first of this one; or, where nobody raced, or its hidden half has not been revealed, what this one was
 * compared with.
 */
export function bestToBeat(state: ClassState): LastBest | null {
  const [first] = datasetOf(state) === null || isUnrevealed(state) ? [] : rank({ ...state, phase: 'ended' });
  if (first === undefined) return state.lastBest;
  const { experiment, privateAccuracy } = first.best;
  const { weights, examples } = spentOf({ experiment });
  return { dataset: experiment.dataset, accuracy: privateAccuracy, weights, examples };
}
