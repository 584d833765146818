import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { LIMITS } from './limits';
import { ROUND_OUTCOMES } from './rounds-outcome';
import { LABELS_EACH, ROUND_EPOCHS, ROUND_RULES, ROUNDS_PLANNED, SABOTEURS } from './rounds-settings';
import { idSchema } from './run';
import { weightsDigestSchema } from './set-up';

/**
 * Rounds of learning together: each device holds pictures of two labels. In each round every device trains the class's network on its own pictures and sends the
 * weights, and the class's next network is their mean, or their median. No picture leaves a device. Before that the class guesses what the network will come to.
 */

/** How far the class is: it guesses; rounds go on; they are held; they are over. */
const ROUNDS_STAGES = ['asking', 'going', 'held', 'over'] as const;
export type RoundsStage = (typeof ROUNDS_STAGES)[number];

const rounds = { roundsId: idSchema };
export const roundsFields = rounds;
const settings = {
  rule: z.enum(ROUND_RULES),
  each: z.literal(LABELS_EACH),
  saboteurs: z.literal(SABOTEURS),
  epochs: z.literal(ROUND_EPOCHS),
};
/** The id is made by whoever asks, so that asking again is the same. */
export const roundsAskFields = { ...rounds, ...settings };
export const roundsGuessFields = {
  ...rounds,
  choice: z
    .int()
    .min(0)
    .max(ROUND_OUTCOMES.length - 1),
};
/** To where: begins them or goes on, holds them, or ends them. */
export const roundsGoFields = { ...rounds, stage: z.enum(['going', 'held', 'over']) };

const share = z.number().min(0).max(1);
/** Shares of right answers on each label's pictures, in the order of the labels. */
const byLabel = z.array(share).min(2).max(16);
const counted = z.int().min(0).max(LIMITS.identitiesPerClass);
const bytes = z.int().min(0).max(1e12);
const time = z.int().min(0).max(9_999_999_999_999);
const seed = z.int().min(0).max(0xffff_ffff);
const roundNumber = z
  .int()
  .min(0)
  .max(ROUNDS_PLANNED + 1);

/** What came of one round. Shares of right answers on the public half of the hidden pictures. */
const roundResultSchema = z.strictObject({
  round: roundNumber,
  /** Devices whose weights are in it, and students who had been dealt pictures and were there. */
  took: counted,
  here: counted,
  /** Of the class's network, by the rule that goes on, and what the other rule would have made of the same weights. */
  right: share,
  other: share,
  byLabel,
  /** Bytes of weights that came from devices, and that went to them. */
  up: bytes,
  down: bytes,
  at: time,
});
export type RoundResult = z.infer<typeof roundResultSchema>;

/** What a network knows that was trained alone. */
const aloneSchema = z.strictObject({ right: share, byLabel });
export type AloneNetwork = z.infer<typeof aloneSchema>;

/** As they are kept. Times in milliseconds since 1970, server's clock. */
export const roundsSchema = z.strictObject({
  id: idSchema,
  dataset: z.enum(DATASET_IDS),
  ...settings,
  openedAt: time,
  /** By student: its place, by which it has its pictures. */
  dealt: z.record(idSchema, counted),
  /** Who sends the opposite. Nobody but they themselves hear of it before the end. */
  sabotaging: z.array(idSchema).max(SABOTEURS.at(-1)!),
  /** Draws which pictures each has, where the class's network begins, and the order in which pictures are taken. */
  seed,
  stage: z.enum(ROUNDS_STAGES),
  /** The one that is on, from 0, in which each trains a network alone; one more than planned: the last is over. */
  round: roundNumber,
  /** When the round began, or went on; null: none goes on. */
  roundAt: time.nullable(),
  /** Devices that have sent theirs. */
  arrived: counted,
  /** SHA-256 of the class's weights; null: they are those of the seed. */
  network: weightsDigestSchema.nullable(),
  /** By student: what its network alone knows. */
  alone: z.record(idSchema, aloneSchema),
  done: z.array(roundResultSchema).max(ROUNDS_PLANNED),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Rounds = z.infer<typeof roundsSchema>;
