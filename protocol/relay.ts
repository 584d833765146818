import { z } from 'zod';
import { LIMITS } from './limits';
import {
  HAND_WEIGHT,
  HIDDEN_SEATS,
  LOSS_EVERY,
  MOST_TEAMS,
  RELAY_CASES,
  RELAY_GUESS_IDS,
  RELAY_STEPS,
  RELAY_WAYS,
} from './relay-settings';
import { idSchema } from './run';

/**
 * The class is the network: each student is one unit of a small network, on the own device. What units send each other goes over the server, which compares it
 * with what the engine makes of the whole network, until the four cases of exclusive or are answered. Before that the class guesses.
 */

/** How far the class is: it guesses; units work; it is over. */
const RELAY_STAGES = ['asking', 'going', 'over'] as const;
export type RelayStage = (typeof RELAY_STAGES)[number];

const relay = { relayId: idSchema };
export const relayFields = relay;
const settings = { way: z.enum(RELAY_WAYS), hidden: z.literal(HIDDEN_SEATS) };
/** The id is made by whoever asks, so that asking again is the same. */
export const relayAskFields = { ...relay, ...settings };
export const relayGuessFields = { ...relay, about: z.enum(RELAY_GUESS_IDS), choice: z.int().min(0).max(2) };
/** Up to which step networks that learn may go: one more, all of them, or (0) none beyond the one that is under way. */
export const relayGoFields = { ...relay, until: z.int().min(0).max(RELAY_STEPS) };
const handWeight = z.number().min(-HAND_WEIGHT.most).max(HAND_WEIGHT.most).multipleOf(HAND_WEIGHT.step);
/** The own unit's weights, its bias last. */
export const relayWeightsFields = {
  ...relay,
  weights: z
    .array(handWeight)
    .min(3)
    .max(Math.max(...HIDDEN_SEATS) + 1),
};

const counted = z.int().min(0).max(1e9);
const time = z.int().min(0).max(9_999_999_999_999);
const weight = z.number().min(-LIMITS.largestWeight).max(LIMITS.largestWeight);
/** Moves of which one network tells; later ones are counted. */
export const MOVES_KEPT = 100;

/** Somebody else takes a seat; null: the server. */
const moveSchema = z.strictObject({
  seat: z
    .int()
    .min(0)
    .max(Math.max(...HIDDEN_SEATS)),
  /** Steps that were done by then. */
  step: counted,
  from: idSchema.nullable(),
  to: idSchema.nullable(),
  at: time,
});

/** One network and who its units are. */
const teamSchema = z.strictObject({
  /** Draws where its weights begin. */
  seed: z.int().min(0).max(0xffff_ffff),
  /** Who sits where: hidden units first, the output unit last; null: the server does this unit's work. */
  seats: z
    .array(idSchema.nullable())
    .min(3)
    .max(Math.max(...HIDDEN_SEATS) + 1),
  /** Who takes a seat that becomes free, in this order. */
  standIns: z.array(idSchema).max(LIMITS.identitiesPerClass),
  /** In the engine's order (engine/dense/shape). */
  weights: z.array(weight),
  /** Times that all four cases have gone through it, there and, where it learns, back. */
  steps: counted,
  /** Its answers to the four cases as they came last; null: none has come. */
  answers: z.array(z.number().min(0).max(1)).length(RELAY_CASES.length).nullable(),
  /** Mean loss at every LOSS_EVERY-th step, four decimals. */
  losses: z.array(z.number().min(0).max(1e6)).max(RELAY_STEPS / LOSS_EVERY + 1),
  /** Steps after which all four answers were right for the first time; null: they are not. */
  solvedAt: counted.nullable(),
  /** Messages of devices that equalled the engine's numbers, and those that were refused since they did not. */
  messages: counted,
  refused: counted,
  moves: z.array(moveSchema).max(MOVES_KEPT),
  /** Whether the weights are to the bit those of the same network in which nobody ever left; null: it has not been compared. */
  same: z.boolean().nullable(),
});
export type RelayTeam = z.infer<typeof teamSchema>;

/** What the server has to say of a team: how far it is. */
export type RelayTeamRecord = Pick<
  RelayTeam,
  'steps' | 'answers' | 'losses' | 'solvedAt' | 'messages' | 'refused' | 'same'
> & {
  /** Null: weights that were set by hand stay as they are. */
  weights: number[] | null;
};

/** As it is kept. Times in milliseconds since 1970, server's clock. */
export const relaySchema = z.strictObject({
  id: idSchema,
  ...settings,
  openedAt: time,
  stage: z.enum(RELAY_STAGES),
  until: z.int().min(0).max(RELAY_STEPS),
  /** None before it begins. */
  teams: z.array(teamSchema).max(MOST_TEAMS),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Relay = z.infer<typeof relaySchema>;
