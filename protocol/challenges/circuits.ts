import type { z } from 'zod';
import type { circuitsAnswerSchema } from './circuits-answer';

/** What lesson 3 asks for, in order. */
export const CIRCUIT_GOALS = ['xor', 'parity-3', 'box'] as const;
export type CircuitGoal = (typeof CIRCUIT_GOALS)[number];

/** Units that the first layer may have: enough for every goal, few enough to check in a moment. */
export const MOST_FIRST_UNITS = 6;

/** As the wire lets it through. The schema stands apart: whoever needs the names above carries no parser. */
export type CircuitsAnswer = z.infer<typeof circuitsAnswerSchema>;
