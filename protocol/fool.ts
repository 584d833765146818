import { z } from 'zod';
import { DATASET_IDS, MOST_LABELS } from './datasets';
import { FOOL, FOOL_STAGES } from './fool-rules';
import { pixelsSchema, poolDrawingLabelSchema } from './pool';
import { idSchema } from './run';

/**
 * Fool the leader: students draw what the network that leads the board misreads and others do not; the class says of each such drawing what it reads, without
 * seeing whose it is or what was meant.
 */

const fool = { foolId: idSchema };
/** The id is made by whoever asks, so that asking again is the same. */
export const foolFields = fool;
/** To where, so that two who press at once go one stage. */
export const foolGoFields = { ...fool, stage: z.enum(FOOL_STAGES) };
/** Takes a drawing from the class's eyes, or brings it back. */
export const foolRemoveFields = { ...fool, drawingId: idSchema, removed: z.boolean() };
/** What a student reads in another's drawing: a label, or one more than there are: it cannot tell. */
export const foolJudgeFields = { ...fool, drawingId: idSchema, choice: z.int().min(0).max(MOST_LABELS) };

/** `fool:try`: has the networks read a drawing. The id is the student's, so that a repeat is the same try. */
export const foolTrySchema = z.strictObject({
  ...fool,
  drawingId: idSchema,
  label: poolDrawingLabelSchema,
  pixels: pixelsSchema,
});
export type FoolTry = z.infer<typeof foolTrySchema>;

/** `fool:pictures`: drawings by their ids, as far as whoever asks may see them. */
export const foolPicturesSchema = z.strictObject({
  ...fool,
  ids: z.array(idSchema).min(1).max(FOOL.picturesAtOnce),
});
export type FoolPictures = z.infer<typeof foolPicturesSchema>;

const time = z.int().min(0).max(9_999_999_999_999);
const label = z
  .int()
  .min(0)
  .max(MOST_LABELS - 1);
const networks = z.int().min(0).max(FOOL.others);
const network = { studentId: idSchema, runId: idSchema };

/** A game as it is kept. Times in milliseconds since 1970, server's clock. */
export const foolSchema = z.strictObject({
  id: idSchema,
  dataset: z.enum(DATASET_IDS),
  openedAt: time,
  /** Whose network led the board as it began; null: that student was forgotten. */
  leader: z.strictObject(network).nullable(),
  /** The networks of the others, one a student. */
  others: z.array(z.strictObject(network)).max(FOOL.others),
  stage: z.enum(FOOL_STAGES),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Fool = z.infer<typeof foolSchema>;

/** A drawing that the networks have read. Which of the others said what is kept nowhere. */
export const fooledSchema = z.strictObject({
  id: idSchema,
  foolId: idSchema,
  studentId: idSchema,
  /** What the student meant. */
  label,
  /** In base64, protocol/pool. */
  pixels: pixelsSchema,
  /** What the leader's network reads. */
  answer: label,
  /** Of the others how many read what was meant, of how many. */
  right: networks,
  asked: networks,
  /** How many of the others read which label, by label. */
  said: z.array(networks).min(1).max(MOST_LABELS),
  triedAt: time,
  /** The teacher has taken it from the class's eyes. */
  removed: z.boolean(),
});
export type Fooled = z.infer<typeof fooledSchema>;
