import { z } from 'zod';
import { CIRCUIT_GOALS, MOST_FIRST_UNITS } from './circuits';

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

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type CircuitsAnswer = z.infer<typeof circuitsAnswerSchema>;
