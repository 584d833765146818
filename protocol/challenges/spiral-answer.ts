import { z } from 'zod';
import { MOST_SPIRAL_WEIGHTS, SPIRAL_FEATURES } from './spiral';

/** Largest absolute value of a weight: far beyond any that a training ends with. */
const LARGEST_WEIGHT = 1e6;

/**
 * A trained network for the spiral: what its shape follows from, and its weights. JSON has neither NaN nor infinity, and
 * `z.number()` lets neither through.
 */
export const spiralAnswerSchema = z.strictObject({
  features: z
    .array(z.enum(SPIRAL_FEATURES))
    .min(1)
    .max(SPIRAL_FEATURES.length)
    .refine((features) => new Set(features).size === features.length),
  /** Units of each hidden layer. */
  hidden: z.array(z.int().min(1).max(8)).max(6),
  activation: z.enum(['step', 'linear', 'sigmoid', 'tanh', 'relu']),
  /** In the order of engine/dense/shape.ts. */
  weights: z.array(z.number().min(-LARGEST_WEIGHT).max(LARGEST_WEIGHT)).min(1).max(MOST_SPIRAL_WEIGHTS),
});

/** As the wire lets it through. Whoever imports the type alone carries no parser. */
export type SpiralAnswer = z.infer<typeof spiralAnswerSchema>;
