import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { LIMITS } from './limits';
import { MERGE_OUTCOMES } from './merge-outcome';
import { MERGE_STAGES, MERGE_STARTS } from './merge-settings';
import { idSchema } from './run';

/**
 * Average the networks: students train networks of one shape on pictures of their own, and one network is made of the mean of all weights; then the units of
 * each are put in the order of the first one's (Align), and the mean is taken again. Before that the class guesses.
 */

const merge = { mergeId: idSchema };
export const mergeFields = merge;
/** The id is made by whoever asks, so that asking again is the same. */
export const mergeAskFields = { ...merge, start: z.enum(MERGE_STARTS) };
export const mergeGuessFields = {
  ...merge,
  choice: z
    .int()
    .min(0)
    .max(MERGE_OUTCOMES.length - 1),
};
/** To where, so that two who press at once go one step. */
export const mergeGoFields = { ...merge, stage: z.enum(MERGE_STAGES) };
/** `merge:average`: averages what has been handed in. `merge:units`: pictures of what units look for. */
export const mergeAverageSchema = z.strictObject(merge);
export type MergeAverage = z.infer<typeof mergeAverageSchema>;

/** Units of each network that are shown. */
export const UNITS_SHOWN = 12;
/** Networks whose units are shown: the first one and some others. */
export const NETWORKS_SHOWN = 4;
/** Numbers of one picture of a unit: 14 × 14. */
export const UNIT_PIXELS = 196;

const share = z.number().min(0).max(1);
const networks = z.int().min(1).max(LIMITS.identitiesPerClass);
const counted = z.int().min(0).max(LIMITS.identitiesPerClass);
/** Places of hidden units. */
const MOST_UNITS = 64;
const seat = z
  .int()
  .min(0)
  .max(MOST_UNITS - 1);
const shownSeats = z.array(seat).length(UNITS_SHOWN);
/** Numbers from −127 to 127, a byte each, as text. */
const pictures = z.string().max(Math.ceil((UNITS_SHOWN * UNIT_PIXELS) / 3) * 4);

/** What came of it. Shares of right answers on the public half of the hidden pictures. */
const mergeFoundSchema = z.strictObject({
  pictures: z.int().min(1).max(1_000_000),
  networks,
  /** Students whose network could not take part: it has other layers, or began with other weights than the rest; or its weights were no more there. */
  leftOut: z.strictObject({
    shape: counted,
    start: counted,
    lost: counted,
  }),
  /** Each alone. */
  best: share,
  median: share,
  worst: share,
  /** One network with the mean of all weights, as they are and aligned. */
  plain: share,
  aligned: share,
  /** Of all units of all networks but the first: how many sit elsewhere once aligned. */
  moved: z.strictObject({ units: z.int().min(0).max(1_000_000), of: z.int().min(0).max(1_000_000) }),
  /** By student: which submission it was, and of the first one's each seat which own unit sits there once aligned. */
  members: z.record(
    idSchema,
    z.strictObject({ submissionId: idSchema, order: z.array(seat).length(MOST_UNITS) }),
  ),
  /** Seats of the first network whose units are shown, rising. */
  seats: shownSeats,
  /** The first network and some others, and whose they are, which nobody is told: of each seat shown which unit sits there once aligned, and pictures of these. */
  shown: z.array(z.strictObject({ studentId: idSchema, units: shownSeats, pictures })).max(NETWORKS_SHOWN),
  /** What sits at these seats in the average, as they are and aligned. */
  average: z.strictObject({ plain: pictures, aligned: pictures }),
});
export type MergeFound = z.infer<typeof mergeFoundSchema>;

const time = z.int().min(0).max(9_999_999_999_999);

/** As it is kept. Times in milliseconds since 1970, server's clock. */
export const mergeSchema = z.strictObject({
  id: idSchema,
  start: z.enum(MERGE_STARTS),
  dataset: z.enum(DATASET_IDS),
  openedAt: time,
  /** By student: the seed of its pictures. */
  dealt: z.record(idSchema, z.int().min(0).max(0xffff_ffff)),
  /** Null: each has a start of its own. */
  startSeed: z.int().min(0).max(0xffff_ffff).nullable(),
  stage: z.enum(MERGE_STAGES),
  /** When they were averaged, and what came of it; null: they were not. */
  averagedAt: time.nullable(),
  found: mergeFoundSchema.nullable(),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Merge = z.infer<typeof mergeSchema>;
