import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import {
  type LastBest,
  RACE_BAR,
  RACE_LIMIT_MOST,
  RACE_METRICS,
  type RaceLimit,
  type RaceRules,
} from './race';

const limit = (name: RaceLimit) => z.int().min(1).max(RACE_LIMIT_MOST[name]).nullable();

/** See RaceRules. */
export const raceRulesSchema = z.strictObject({
  metric: z.enum(RACE_METRICS),
  bar: z.number().min(RACE_BAR.least).max(RACE_BAR.most),
  limits: z.strictObject({
    weights: limit('weights'),
    updates: limit('updates'),
    examples: limit('examples'),
  }),
  baselines: z.boolean(),
  teams: z.literal(true).optional(),
}) satisfies z.ZodType<RaceRules>;

const figure = (name: RaceLimit) => z.int().min(1).max(RACE_LIMIT_MOST[name]);

/** See LastBest. */
export const lastBestSchema = z.strictObject({
  dataset: z.enum(DATASET_IDS),
  accuracy: z.number().min(0).max(1),
  weights: figure('weights'),
  examples: figure('examples'),
}) satisfies z.ZodType<LastBest>;
