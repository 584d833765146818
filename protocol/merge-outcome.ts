import { DATASETS, type DatasetId } from './datasets';

/** What can come of averaging the weights: better than the best network, like one of them, worse than the worst, or as if guessed. */
export const MERGE_OUTCOMES = ['best', 'among', 'worse', 'chance'] as const;
export type MergeOutcome = (typeof MERGE_OUTCOMES)[number];

/** The share of pictures that guessing is right on. */
export const chanceOf = (dataset: DatasetId): number => 1 / DATASETS[dataset].labels.length;

/** Whoever is right on no more than so many times what guessing is right on is called a guesser. */
const NEAR_CHANCE = 2;

/** What came true: exactly one. @param shares of right answers: of the average, of the best and of the worst network, and of guessing */
export function mergeOutcome({
  plain,
  best,
  worst,
  chance,
}: Record<'plain' | 'best' | 'worst' | 'chance', number>): MergeOutcome {
  if (plain > best) return 'best';
  if (plain >= worst) return 'among';
  return plain > NEAR_CHANCE * chance ? 'worse' : 'chance';
}
