import { z } from 'zod';

/** Weights that an answer may carry at all; the class's own budget is smaller and is checked by the challenge. */
export const MOST_SPIRAL_WEIGHTS = 400;

/** Largest absolute value of a weight: far beyond any that a training ends with. */
const LARGEST_WEIGHT = 1e6;

/** What a network is told of a place on the plane; engine/points/features has the functions. */
export const SPIRAL_FEATURES = ['x1', 'x2', 'x1-squared', 'x2-squared', 'x1-x2', 'sin-x1', 'sin-x2'] as const;

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
export type SpiralAnswer = z.infer<typeof spiralAnswerSchema>;
