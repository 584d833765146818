import { z } from 'zod';
import { LIMITS } from './limits';
import { HIDDEN_SEATS, MOST_TEAMS, RELAY_CASES, RELAY_STEPS, type RelayWay } from './relay-settings';
import { idSchema } from './run';

/** What goes between the server and a device that is a unit. All numbers are the engine's 64-bit floats: JSON carries them exactly. */

/** What a unit is asked for: forward as a hidden unit; the answer, and what goes back; or, as a hidden unit, to learn. */
const UNIT_PHASES = ['hidden', 'output', 'back'] as const;
export type UnitPhase = (typeof UNIT_PHASES)[number];

/** Server to device. Of each number four: one a case. */
export interface UnitAsked {
  relayId: string;
  way: RelayWay;
  team: number;
  seat: number;
  step: number;
  phase: UnitPhase;
  /** The unit's weights, its bias last; null: this page has them. */
  weights: number[] | null;
  /** What comes in: case after case, in each input after input. */
  inputs: number[];
  /** ∂L/∂y of this unit, as the output unit has sent it back; null: nothing comes back now. */
  slopes: number[] | null;
  /** What is wanted of the output unit; null: it does not learn, or is none. */
  targets: number[] | null;
}

const MOST_UNITS = Math.max(...HIDDEN_SEATS);
const number = z.number().min(-LIMITS.largestWeight).max(LIMITS.largestWeight);

/** Device to server. */
export const unitSentSchema = z.strictObject({
  relayId: idSchema,
  team: z
    .int()
    .min(0)
    .max(MOST_TEAMS - 1),
  seat: z.int().min(0).max(MOST_UNITS),
  step: z.int().min(0).max(1e9),
  phase: z.enum(UNIT_PHASES),
  /** y of each case; empty where only what comes back is worked on. */
  outputs: z.array(number).max(RELAY_CASES.length),
  /** w · δ for each case and input; empty but from the output unit. */
  back: z.array(number).max(RELAY_CASES.length * MOST_UNITS),
  /** What the weights are after the step, the bias last; empty: they have not changed. */
  weights: z.array(number).max(MOST_UNITS + 1),
});
export type UnitSent = z.infer<typeof unitSentSchema>;

/** Steps that a network goes at most: by hand it may go for ever. */
export const stepsAllowed = (way: RelayWay): number => (way === 'hand' ? 1e9 : RELAY_STEPS);
