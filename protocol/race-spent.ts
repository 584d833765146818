import { DATASETS } from './datasets';
import type { Experiment } from './experiment';
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
