/** What can come of a vote of networks, in the order of the choices: better than the best network, better than they are on average, or not even that. */
export const ENSEMBLE_OUTCOMES = ['best', 'mean', 'worse'] as const;
export type EnsembleOutcome = (typeof ENSEMBLE_OUTCOMES)[number];

/** Networks that have to be handed in before they can vote. */
export const LEAST_NETWORKS = 2;

/** What came true. @param found shares of right answers: of the vote, of the best network, and of all on average */
export function ensembleOutcome({
  voted,
  best,
  mean,
}: Record<'voted' | 'best' | 'mean', number>): EnsembleOutcome {
  return voted > best ? 'best' : voted > mean ? 'mean' : 'worse';
}
