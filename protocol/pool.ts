import { z } from 'zod';
import { MOST_LABELS } from './datasets';
import { POOL, POOL_NETWORKS } from './pool-rules';
import type { Answer } from './refusals';
import { idSchema } from './run';

/** `labels`: two to four that the teacher names; `digits`: those of the data set that the class trains on, the ten digits for example. */
export type PoolKind = 'labels' | 'digits';

const poolNetworkSchema = z.literal(POOL_NETWORKS);

/** A drawing's bytes as base64. */
export const pixelsSchema = z.string().length(4 * Math.ceil(POOL.pixels / 3));
/** Below the number of labels of the pool that it is for, which is looked at then. */
export const poolDrawingLabelSchema = z
  .int()
  .min(0)
  .max(Math.max(POOL.mostLabels, MOST_LABELS) - 1);

/** `pool:open`: from now on this connection hears of the pool. Asked again after each attach. */
export const poolOpenSchema = z.strictObject({});
export type PoolOpen = z.infer<typeof poolOpenSchema>;

/** `pool:add`: files a drawing. The id is the client's, so that a repeat files nothing twice. */
export const poolAddSchema = z.strictObject({
  id: idSchema,
  label: poolDrawingLabelSchema,
  pixels: pixelsSchema,
});
export type PoolAdd = z.infer<typeof poolAddSchema>;

/** `pool:remove`: a student takes an own drawing back, a teacher any. */
export const poolRemoveSchema = z.strictObject({ id: idSchema });
export type PoolRemove = z.infer<typeof poolRemoveSchema>;

/** `pool:label`: names the labels, while there are no drawings. Null: cat and not a cat. */
export const poolLabelSchema = z.strictObject({
  labels: z.array(z.string().max(200)).min(POOL.leastLabels).max(POOL.mostLabels).nullable(),
});
export type PoolLabel = z.infer<typeof poolLabelSchema>;

/** `pool:clear`: removes every drawing. */
export const poolClearSchema = z.strictObject({});
export type PoolClear = z.infer<typeof poolClearSchema>;

/** What everybody in the class may know of its pool. */
export interface PoolFacts {
  kind: PoolKind;
  /** Changes with every change; compared for equality only. */
  version: string;
  /** Null: the two that every language has a word for, cat and not a cat. */
  labels: readonly string[] | null;
  /** Drawings of each label, those held back among them. */
  counts: readonly number[];
  /** Of them held back. */
  heldBack: readonly number[];
  /** Whether drawings are taken just now: not once the class has come to the challenge. */
  collecting: boolean;
}

/** One of a student's own drawings. Its pixels stand in the browser that drew it. */
export interface OwnDrawing {
  id: string;
  label: number;
}

/** A drawing on the wall. */
export interface WallDrawing {
  id: string;
  label: number;
  /** Only for teachers; null: it came with an imported pool. */
  studentId: string | null;
  heldBack: boolean;
  /** Base64. */
  pixels: string;
}

/** The answer to `pool:open`. */
export type PoolOpenAnswer = Answer<{ pool: PoolFacts; own: readonly OwnDrawing[] }>;

/** To everybody who has opened the pool, a few times a second while it changes. */
export interface PoolFrame {
  pool: PoolFacts;
  /** A student's own; null: unchanged, or no student. */
  own: readonly OwnDrawing[] | null;
  /** For walls: what came since the last frame, oldest first, and what went. */
  added: readonly WallDrawing[];
  removed: readonly string[];
  /** The wall has missed too much: read the whole pool again. */
  stale: boolean;
}

/** The answer to a challenge about a pool: the whole network. Weights: float32, little endian, base64, in engine/dense/shape's order. */
export const poolAnswerSchema = z.strictObject({
  network: poolNetworkSchema,
  weights: z.string().max(180_000),
});
export type PoolAnswer = z.infer<typeof poolAnswerSchema>;

/** How a network did on the held-back drawings of one label. */
export interface LabelScore {
  right: number;
  of: number;
}
