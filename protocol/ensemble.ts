import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { ENSEMBLE_OUTCOMES } from './ensemble-outcome';
import { LIMITS } from './limits';
import { idSchema } from './run';

/**
 * The networks that a class has handed in vote on the hidden pictures, against the best of them: everybody guesses first what will come of it, then the server
 * counts (an ensemble, by majority).
 */

const ensemble = { ensembleId: idSchema };
/** The id is made by whoever asks, so that asking again is the same vote. */
export const ensembleFields = ensemble;
export const ensembleGuessFields = {
  ...ensemble,
  choice: z
    .int()
    .min(0)
    .max(ENSEMBLE_OUTCOMES.length - 1),
};
/** `ensemble:count`: lets the networks vote now. */
export const ensembleCountSchema = z.strictObject(ensemble);
export type EnsembleCount = z.infer<typeof ensembleCountSchema>;

const share = z.number().min(0).max(1);
const pictures = z.int().min(0).max(1_000_000);
const networks = z.int().min(1).max(LIMITS.identitiesPerClass);

/** What came of it. Shares of right answers on the public half of the hidden pictures: the other half stays hidden. */
const ensembleFoundSchema = z.strictObject({
  dataset: z.enum(DATASET_IDS),
  pictures,
  /** Networks that voted, and those that did not because it would have taken too long. */
  networks,
  leftOut: z.int().min(0).max(LIMITS.identitiesPerClass),
  voted: share,
  /** Of the best network, and of all on average. */
  best: share,
  mean: share,
  /** The vote of so many networks, drawn at random again and again: on average, and between which shares eight of ten such groups are. */
  curve: z
    .array(z.strictObject({ voters: networks, mean: share, low: share, high: share }))
    .min(1)
    .max(20),
  /** Pictures that the vote has right and the best network has not, and the other way round. */
  onlyVote: pictures,
  onlyBest: pictures,
  /** Pictures that no network has right, and those that some have right and the vote has wrong. */
  nobody: pictures,
  outvoted: pictures,
  /** By student: pictures that this network alone has right, where there are any. */
  alone: z.record(idSchema, pictures),
  /** One network with the mean of all weights, as they are and with each network's units put in the first one's order; null: the networks are not of one shape. */
  average: z.strictObject({ networks, plain: share, aligned: share }).nullable(),
});
export type EnsembleFound = z.infer<typeof ensembleFoundSchema>;

const time = z.int().min(0).max(9_999_999_999_999);
/** A vote of the class's networks, as it is kept. Times in milliseconds since 1970, server's clock. */
export const ensembleSchema = z.strictObject({
  id: idSchema,
  openedAt: time,
  /** When it was counted, and what came of it; null: it was not. */
  countedAt: time.nullable(),
  found: ensembleFoundSchema.nullable(),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Ensemble = z.infer<typeof ensembleSchema>;
