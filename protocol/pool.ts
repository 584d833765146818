import { z } from 'zod';
import { MOST_LABELS, PAPER } from './datasets';
import type { Answer } from './refusals';
import { idSchema } from './run';

/** A class's pool: the drawings that it has made itself, each filed under a label. Limits of its own, beside LIMITS. */
export const POOL = {
  /** Labels that a teacher may name. */
  leastLabels: 2,
  mostLabels: 4,
  /** Graphemes of a label. */
  labelGraphemes: 24,
  /** Bytes of a drawing. */
  pixels: PAPER.pixels,
  /** Drawings of one student, and of one class. */
  perStudent: 60,
  perClass: 6_000,
  /** A drawing whose pixels sum up to less (255 a full one) is empty. */
  leastInk: 4 * 255,
  /** Drawings that a student may file or take back a second, and at once. */
  drawingsPerSecond: 0.5,
  drawingBurst: 12,
  /** One in so many, of each label, is held back for the challenge. */
  heldBackOneIn: 5,
  /** Drawings held back that the challenge needs, of each label. */
  leastHeldBack: 1,
  /** Altogether. */
  leastHeldBackTotal: 4,
  /** Share of right answers at which the challenge's goal is reached. */
  goal: 0.9,
  /** Drawings that one message may bring to a wall; one that missed more reads the whole pool. */
  thumbsPerFrame: 120,
  /** Bytes of an exported pool. */
  fileBytes: 8 * 1024 * 1024,
} as const;

/** `labels`: two to four that the teacher names; `digits`: those of the data set that the class trains on, the ten digits for example. */
export type PoolKind = 'labels' | 'digits';

/** Networks that learn from a pool: units of the hidden layer (relu), 0 for none. */
export const POOL_NETWORKS = [0, 8, 16, 32] as const;
export type PoolNetwork = (typeof POOL_NETWORKS)[number];
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

/** Where a pool is read over HTTP. Binary: see engine/pool/pool-pack. */
export const poolPaths = {
  /** `Authorization: Student ID.SECRET`: what may be learnt from; nothing that is held back. With an ETag. */
  training: (code: string) => `/api/classes/${code}/pool`,
  /** The teacher's session: everything, for the wall. */
  wall: (code: string) => `/api/classes/${code}/pool/wall`,
  /** The teacher's session: GET gives a file to keep, POST takes one in. */
  file: (code: string) => `/api/classes/${code}/pool/file`,
};

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
