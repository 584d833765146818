import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { pixelsSchema, poolDrawingLabelSchema } from './pool';
import { POOL } from './pool-rules';

/** An exported pool: one JSON file with nobody's name in it. */
export const POOL_FILE_FORMAT = 'perceptroom-pool';

export const poolFileSchema = z.object({
  format: z.literal(POOL_FILE_FORMAT),
  version: z.literal(1),
  kind: z.enum(['labels', 'digits']),
  /** Whose labels a pool of kind `digits` has; left out in older files: the digits. */
  dataset: z.enum(DATASET_IDS).default('digits'),
  /** Null: cat and not a cat, or the ten digits. */
  labels: z.array(z.string().max(200)).min(POOL.leastLabels).max(POOL.mostLabels).nullable(),
  drawings: z.array(z.object({ label: poolDrawingLabelSchema, pixels: pixelsSchema })).max(POOL.perClass),
});
export type PoolFile = z.infer<typeof poolFileSchema>;

/** What an import did: drawings that were there already, or empty, are left out and counted. */
export interface PoolImported {
  added: number;
  left: number;
}
