import { z } from 'zod';

/** What lesson 3 asks for, in order. */
export const CIRCUIT_GOALS = ['xor', 'parity-3', 'box'] as const;
export type CircuitGoal = (typeof CIRCUIT_GOALS)[number];

/** Units that the first layer may have: enough for every goal, few enough to check in a moment. */
export const MOST_FIRST_UNITS = 6;

const parameterSchema = z.number().min(-100).max(100);

const unitSchema = z.strictObject({
  /** One for each input or each unit of the layer before. */
  weights: z.array(parameterSchema).min(1).max(MOST_FIRST_UNITS),
  threshold: parameterSchema,
});

/** Two layers of perceptrons for one goal; the second is one unit, whose answer is the circuit's. */
export const circuitsAnswerSchema = z.strictObject({
  part: z.enum(CIRCUIT_GOALS),
  layers: z.tuple([z.array(unitSchema).min(1).max(MOST_FIRST_UNITS), z.array(unitSchema).length(1)]),
});
export type CircuitsAnswer = z.infer<typeof circuitsAnswerSchema>;
