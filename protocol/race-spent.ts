import { DATASETS } from './datasets';
import type { Experiment } from './experiment';
import { countsTraining, RACE_LIMITS, type RaceLimit, type RaceRules } from './race';
import { countWeights } from './weight-shapes';

/** What a network has, and what its training took: what a race may limit, and be about. */
export interface RaceSpent {
  /** Weights and biases. */
  weights: number;
  /** Optimiser steps; null: nobody has said. */
  updates: number | null;
  /** Training pictures that its experiment uses. */
  examples: number;
}

/** An experiment never changes, and a board is ranked from many at a time. */
const known = new WeakMap<Experiment, Omit<RaceSpent, 'updates'>>();

/** Weights and training pictures follow from the experiment; the optimiser steps are those that are said. */
export function spentOf({ experiment, updates }: { experiment: Experiment; updates?: number }): RaceSpent {
  const { dataset, examples } = experiment;
  const had = known.get(experiment) ?? {
    weights: countWeights(experiment),
    examples: Math.min(examples, DATASETS[dataset].trainExamples),
  };
  known.set(experiment, had);
  return { ...had, updates: updates ?? null };
}

/** Why a race takes no network. */
export type RaceRefusal = `race-${RaceLimit}` | 'race-other-start';

const OVER_LIMIT: Readonly<Record<RaceLimit, RaceRefusal>> = {
  weights: 'race-weights',
  updates: 'race-updates',
  examples: 'race-examples',
};

/** The limits that a network does not keep, in their order; of what nobody knows nobody can say that it is within. */
export function limitsPassed({ limits }: Pick<RaceRules, 'limits'>, spent: RaceSpent): RaceLimit[] {
  return RACE_LIMITS.filter((name) => {
    const most = limits[name];
    return most !== null && (spent[name] ?? Number.POSITIVE_INFINITY) > most;
  });
}

/**
 * Why a network may not be handed in; null: it may.
 * @param fromSeed it began with the weights of its seed: of another start nobody knows here what that has had
 */
export function refuseByRules(rules: RaceRules, spent: RaceSpent, fromSeed = true): RaceRefusal | null {
  if (!fromSeed && countsTraining(rules)) return 'race-other-start';
  const [passed] = limitsPassed(rules, spent);
  return passed === undefined ? null : OVER_LIMIT[passed];
}
