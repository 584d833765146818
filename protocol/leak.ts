import { z } from 'zod';
import { DATASET_IDS, MOST_LABELS } from './datasets';
import { LEAK, LEAK_OUTCOMES, LEAK_STAGES, MASK_PHASES, MASK_TROUBLES } from './leak-rules';
import { pixelsSchema } from './pool';
import { idSchema } from './run';

/**
 * What a gradient tells: a student draws, the own device calculates what a network would learn of that one picture and sends this gradient alone, and the server
 * reads the picture in it. Then masks on which each two devices agree make each gradient noise, while the sum of all stays what it is.
 */

const leak = { leakId: idSchema };
/** The id is made by whoever asks, so that asking again is the same. */
export const leakFields = leak;
export const leakGuessFields = {
  ...leak,
  choice: z
    .int()
    .min(0)
    .max(LEAK_OUTCOMES.length - 1),
};
/** To where. */
export const leakGoFields = { ...leak, stage: z.enum(['single', 'masked']) };
/** Which sum behind masks. */
export const leakSumFields = { ...leak, attempt: z.int().min(1).max(LEAK.attempts) };
/** Puts a picture on the projector, or takes it away. */
export const leakShowFields = { ...leak, studentId: idSchema, shown: z.boolean() };

const time = z.int().min(0).max(9_999_999_999_999);
const counted = z.int().min(0).max(LEAK.mostDevices);
const attempt = z.int().min(1).max(LEAK.attempts);
const label = z
  .int()
  .min(0)
  .max(MOST_LABELS - 1);

/** A picture that the server has read in a gradient, of somebody who lets it be shown. */
const toldSchema = z.strictObject({ pixels: pixelsSchema, label, shown: z.boolean() });
export type ToldPicture = z.infer<typeof toldSchema>;

/** A public key: 32 bytes in hexadecimal. */
const maskKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The sum that is being made, or was made last. */
const maskSumSchema = z.strictObject({
  /** Which of this experiment. */
  attempt,
  phase: z.enum(MASK_PHASES),
  phaseAt: time,
  /** By student: the public key. */
  keys: z.record(idSchema, maskKeySchema),
  /** Whose gradients have come, of those with keys who has sent none, and how many have told what they were asked. */
  sent: counted,
  missing: z.array(idSchema).max(LEAK.mostDevices),
  revealed: counted,
  /** What the server reads in single uploads, of some students. */
  noise: z.record(idSchema, pixelsSchema),
  /** Why the one before came to nothing; null: it did not. */
  trouble: z.enum(MASK_TROUBLES).nullable(),
});
export type MaskSum = z.infer<typeof maskSumSchema>;

/** What a sum came to. */
const summedSchema = z.strictObject({
  /** Devices whose gradients are in it, of how many that had sent a key. */
  took: counted.min(LEAK.leastDevices),
  of: counted,
  /** What is read in it as in a single gradient; null: nothing. */
  pixels: pixelsSchema.nullable(),
  /** SHA-256 of the sum. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  at: time,
});
export type SummedGradients = z.infer<typeof summedSchema>;

/** As it is kept. Times in milliseconds since 1970, server's clock. */
export const leakSchema = z.strictObject({
  id: idSchema,
  dataset: z.enum(DATASET_IDS),
  openedAt: time,
  /** Draws the network's weights. */
  seed: z.int().min(0).max(0xffff_ffff),
  stage: z.enum(LEAK_STAGES),
  /** By student: how often it has sent a single gradient. */
  sent: z.record(idSchema, z.int().min(1).max(LEAK.sends)),
  /** By student, of those who let it be shown. */
  told: z.record(idSchema, toldSchema),
  /** Null: not so far. */
  sum: maskSumSchema.nullable(),
  sums: z.array(summedSchema).max(LEAK.sums),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Leak = z.infer<typeof leakSchema>;
