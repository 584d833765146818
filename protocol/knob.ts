import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { KNOB_SETTINGS } from './knob-settings';
import { idSchema } from './run';

/**
 * One knob each: the students of a class train the same but for one setting, of which each is dealt a value. Before that the class draws the curve
 * that it expects.
 */

const knob = { knobId: idSchema };
export const knobFields = knob;
/** The id is made by whoever asks, so that asking again is the same. */
export const knobAskFields = { ...knob, setting: z.enum(KNOB_SETTINGS) };

const percent = z.int().min(0).max(100);
/** Values that one round may deal. */
const MOST_VALUES = 16;
/** Shares of right answers that a student expects, in percent, one for each value. */
const expectedField = z.array(percent).min(1).max(MOST_VALUES);
export const knobExpectFields = { ...knob, expected: expectedField };

const time = z.int().min(0).max(9_999_999_999_999);
const seed = z.int().min(0).max(0xffff_ffff);

/** What a student was dealt: which of the round's values, and the seed of everything else. */
const dealtSchema = z.strictObject({
  at: z
    .int()
    .min(0)
    .max(MOST_VALUES - 1),
  seed,
});

const roundSchema = z.strictObject({
  values: z.array(z.number().min(0).max(0xffff_ffff)).min(1).max(MOST_VALUES),
  openedAt: time,
  /** When the values were dealt; null: the class is asked what it expects. */
  dealtAt: time.nullable(),
  expected: z.record(idSchema, expectedField),
  dealt: z.record(idSchema, dealtSchema),
});
export type KnobRound = z.infer<typeof roundSchema>;

/** As it is kept. Times in milliseconds since 1970, server's clock. */
export const knobSchema = z.strictObject({
  id: idSchema,
  setting: z.enum(KNOB_SETTINGS),
  dataset: z.enum(DATASET_IDS),
  /** The first, and, where a law lets a value be foretold, the one that tests it. */
  rounds: z.array(roundSchema).min(1).max(2),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Knob = z.infer<typeof knobSchema>;
